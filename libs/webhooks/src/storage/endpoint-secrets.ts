import { type PoolClient } from 'pg';
import { type SignatureVersion } from '../domain/endpoint.events.js';
import { type Keyring } from '../secrets/keyring.js';

type Queryable = Pick<PoolClient, 'query'>;

interface SecretRow {
  readonly secret_id: string;
  readonly kind: SignatureVersion;
  readonly key_id: string;
  readonly sealed: Buffer;
}

/** Signing keys and own headers of endpoints, sealed at rest. */
export class EndpointSecrets {
  constructor(private readonly keyring: Keyring) {}

  async add(
    client: Queryable,
    endpointId: string,
    secretId: string,
    keys: Readonly<Partial<Record<SignatureVersion, string>>>,
  ): Promise<void> {
    for (const [kind, key] of Object.entries(keys)) {
      const { keyId, bytes } = this.keyring.seal(key, purpose(kind, endpointId, secretId));
      await client.query(
        `insert into webhook_secret (endpoint_id, secret_id, kind, key_id, sealed)
         values ($1, $2, $3, $4, $5)`,
        [endpointId, secretId, kind, keyId, bytes],
      );
    }
  }

  /** Lets every key that has no end yet, but the newest, end then. */
  async endOthers(
    client: Queryable,
    endpointId: string,
    secretId: string,
    endsAt: string,
  ): Promise<void> {
    await client.query(
      `update webhook_secret set ends_at = $3
       where endpoint_id = $1 and secret_id <> $2 and ends_at is null`,
      [endpointId, secretId, endsAt],
    );
  }

  /** Keys that sign now, newest first, as `whsec_…` and `whsk_…`. */
  async liveKeys(
    client: Queryable,
    endpointId: string,
    kinds: readonly SignatureVersion[],
  ): Promise<string[]> {
    const { rows } = await client.query<SecretRow>(
      `select secret_id, kind, key_id, sealed from webhook_secret
       where endpoint_id = $1 and kind = any($2) and (ends_at is null or ends_at > now())
       order by created_at desc, kind`,
      [endpointId, kinds],
    );
    return rows.map((row) => this.open(endpointId, row));
  }

  /** One key by its id; what a repeated request is answered with. */
  async find(client: Queryable, endpointId: string, secretId: string): Promise<string | null> {
    const { rows } = await client.query<SecretRow>(
      `select secret_id, kind, key_id, sealed from webhook_secret
       where endpoint_id = $1 and secret_id = $2 and kind = 'v1'`,
      [endpointId, secretId],
    );
    return rows[0] === undefined ? null : this.open(endpointId, rows[0]);
  }

  async setHeaders(
    client: Queryable,
    endpointId: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { keyId, bytes } = this.keyring.seal(
      JSON.stringify(headers),
      purpose('headers', endpointId, '1'),
    );
    await client.query(
      'update webhook_endpoint set headers_key_id = $2, headers_sealed = $3 where endpoint_id = $1',
      [endpointId, keyId, bytes],
    );
  }

  openHeaders(
    endpointId: string,
    keyId: string | null,
    sealed: Buffer | null,
  ): Record<string, string> {
    if (keyId === null || sealed === null) return {};
    const text = this.keyring.open({ keyId, bytes: sealed }, purpose('headers', endpointId, '1'));
    return JSON.parse(text) as Record<string, string>;
  }

  /** Ids of keys that records were sealed with and that the keyring lacks. */
  async missingKeys(client: Queryable): Promise<string[]> {
    const { rows } = await client.query<{ key_id: string }>(
      `select distinct key_id from webhook_secret union
       select distinct headers_key_id from webhook_endpoint where headers_key_id is not null`,
    );
    return rows.map((row) => row.key_id).filter((keyId) => !this.keyring.has(keyId));
  }

  private open(endpointId: string, { kind, secret_id, key_id, sealed }: SecretRow): string {
    return this.keyring.open(
      { keyId: key_id, bytes: sealed },
      purpose(kind, endpointId, secret_id),
    );
  }
}

function purpose(kind: string, owner: string, version: string): string {
  return `webhook-${kind}|${owner}|${version}`;
}
