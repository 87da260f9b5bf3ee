import type { StoredEvent } from '@app/event-store';
import type { PoolClient } from 'pg';
import type { ApiKeyEvent } from '../domain/api-key.events.js';

/** Keeps the table of keys, in the transaction that appends the event: a revoked key is out at once. */
export async function projectApiKeys(
  client: PoolClient,
  events: readonly StoredEvent[],
): Promise<void> {
  for (const stored of events) await project(client, stored as StoredEvent<ApiKeyEvent>);
}

async function project(
  client: PoolClient,
  { data, recordedAt }: StoredEvent<ApiKeyEvent>,
): Promise<void> {
  switch (data.type) {
    case 'ApiKeyIssued':
      await client.query(
        `insert into api_key (key_id, name, principal, roles, environment, source_prefixes, digest,
           created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9)`,
        [
          data.keyId,
          data.name,
          data.principal,
          data.roles,
          data.environment,
          data.sourcePrefixes,
          data.digest,
          recordedAt,
          data.expiresAt,
        ],
      );
      return;
    case 'ApiKeyRevoked':
      await client.query(`update api_key set revoked_at = $2 where key_id = $1`, [
        data.keyId,
        recordedAt,
      ]);
      return;
  }
}
