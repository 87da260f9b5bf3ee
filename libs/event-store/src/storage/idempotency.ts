import type { PoolClient } from 'pg';
import type { Executed, ExecuteOptions } from '../event-store.js';
import { IdempotencyKeyReusedError } from '../event-store.errors.js';
import type { StoredEvent } from '../stored-event.js';
import { EVENT_COLUMNS, type EventRow, toStoredEvent } from './event-row.js';

interface Recorded {
  readonly body_hash: string;
  readonly stream: string;
  readonly first_version: bigint;
  readonly version: bigint;
  readonly position: bigint;
}

/**
 * What an earlier call with the same key did, or null when the key is new.
 *
 * @throws IdempotencyKeyReusedError
 */
export async function replay<Event>(
  client: PoolClient,
  stream: string,
  { actor, idempotencyKey, bodyHash }: ExecuteOptions,
): Promise<Executed<Event> | null> {
  if (idempotencyKey === undefined) return null;
  const { rows } = await client.query<Recorded>(
    `select body_hash, stream, first_version, version, position from idempotency
     where actor = $1 and key = $2`,
    [actor, idempotencyKey],
  );
  const [recorded] = rows;
  if (recorded === undefined) return null;
  if (recorded.body_hash !== (bodyHash ?? '') || recorded.stream !== stream) {
    throw new IdempotencyKeyReusedError(idempotencyKey);
  }
  const { rows: events } = await client.query<EventRow>(
    `select ${EVENT_COLUMNS} from event
     where stream = $1 and version >= $2 and version <= $3 order by version`,
    [stream, recorded.first_version, recorded.version],
  );
  return {
    events: events.map(toStoredEvent) as StoredEvent<Event>[],
    version: recorded.version,
    position: recorded.position,
    replayed: true,
  };
}

/** Remembers the call; false when another call with this key has come first by now. */
export async function remember(
  client: PoolClient,
  stream: string,
  { actor, idempotencyKey, bodyHash }: ExecuteOptions,
  done: Executed<unknown>,
): Promise<boolean> {
  if (idempotencyKey === undefined) return true;
  const { rowCount } = await client.query(
    `insert into idempotency (actor, key, body_hash, stream, first_version, version, position)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      actor,
      idempotencyKey,
      bodyHash ?? '',
      stream,
      done.version - BigInt(done.events.length) + 1n,
      done.version,
      done.position,
    ],
  );
  return rowCount === 1;
}
