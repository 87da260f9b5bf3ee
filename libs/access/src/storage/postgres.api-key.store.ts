import type { Database } from '@app/platform';
import { type ApiKeyRecord, ApiKeyStore } from './api-key.store.js';

const rfc3339 = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const COLUMNS = `key_id as "keyId", name, principal, roles, environment,
  source_prefixes as "sourcePrefixes", digest, ${rfc3339('created_at')} as "createdAt",
  ${rfc3339('expires_at')} as "expiresAt", ${rfc3339('revoked_at')} as "revokedAt"`;

type Row = ApiKeyRecord & Record<string, unknown>;

export class PostgresApiKeyStore extends ApiKeyStore {
  constructor(private readonly database: Database) {
    super();
  }

  async find(keyId: string): Promise<ApiKeyRecord | null> {
    const text = `select ${COLUMNS} from api_key where key_id = $1`;
    const [row] = await this.database.query<Row>(text, [keyId]);
    return row ?? null;
  }

  async list(afterId: string, limit: number): Promise<ApiKeyRecord[]> {
    const text = `select ${COLUMNS} from api_key where key_id > $1 order by key_id limit $2`;
    return this.database.query<Row>(text, [afterId, limit]);
  }
}
