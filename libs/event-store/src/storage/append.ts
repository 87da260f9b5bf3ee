import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { VersionConflictError } from '../event-store.errors.js';
import type { StoredEvent } from '../stored-event.js';
import { EVENT_COLUMNS, type EventRow, toStoredEvent } from './event-row.js';

interface Head {
  readonly position: bigint;
  readonly chain: Buffer;
  /** Microseconds since 1970. */
  readonly at_us: bigint;
}

interface NewEvent {
  readonly type: string;
}

/**
 * Appends to one stream inside the caller's transaction. The head's row lock queues all writers,
 * so positions and versions are gap-free and `recorded_at` strictly increases.
 *
 * @throws VersionConflictError
 */
export async function append(
  client: PoolClient,
  stream: string,
  expectedVersion: bigint,
  events: readonly NewEvent[],
  actor: string,
): Promise<StoredEvent[]> {
  if (events.length === 0) return [];
  const head = await lockHead(client);
  const actual = await streamVersion(client, stream);
  if (actual !== expectedVersion) throw new VersionConflictError(stream, expectedVersion, actual);

  let chain = head.chain;
  const rows = events.map((event, index): EventRow & { at_us: bigint; chain: Buffer } => {
    const data = JSON.stringify(event);
    const row = {
      position: head.position + BigInt(index + 1),
      stream,
      version: expectedVersion + BigInt(index + 1),
      type: event.type,
      data,
      actor,
      at_us: head.at_us + BigInt(index),
      recorded_at: '',
    };
    chain = eventChain(chain, row);
    return { ...row, chain };
  });
  const { rows: inserted } = await client.query<EventRow>(INSERT, [
    rows.map((row) => row.position),
    stream,
    rows.map((row) => row.version),
    rows.map((row) => row.type),
    rows.map((row) => row.data),
    actor,
    rows.map((row) => row.at_us),
    rows.map((row) => row.chain),
  ]);
  await client.query(
    `update event_head set position = $1, chain = $2,
       recorded_at = timestamptz 'epoch' + $3 * interval '1 microsecond'`,
    [rows.at(-1)?.position, chain, rows.at(-1)?.at_us],
  );
  return inserted.map(toStoredEvent);
}

const INSERT = `
  insert into event (position, stream, version, type, data, actor, recorded_at, chain)
  select x.position, $2, x.version, x.type, x.data, $6, timestamptz 'epoch' + x.at_us * interval '1 microsecond', x.chain
  from unnest($1::bigint[], $3::bigint[], $4::text[], $5::json[], $7::bigint[], $8::bytea[])
    as x(position, version, type, data, at_us, chain)
  order by x.position
  returning ${EVENT_COLUMNS}`;

async function lockHead(client: PoolClient): Promise<Head> {
  const { rows } = await client.query<Head>(
    `select position, chain, (extract(epoch from greatest(clock_timestamp(),
         case when recorded_at = '-infinity' then clock_timestamp() else recorded_at + interval '1 microsecond' end)) * 1000000)::bigint as at_us
     from event_head for update`,
  );
  const [head] = rows;
  if (head === undefined) throw new Error('the event store has no head row: run the migrations');
  return head;
}

export async function streamVersion(client: PoolClient, stream: string): Promise<bigint> {
  const { rows } = await client.query<{ version: bigint }>(
    'select coalesce(max(version), 0) as version from event where stream = $1',
    [stream],
  );
  return rows[0]?.version ?? 0n;
}

/** SHA-256(0x03 ‖ previous ‖ position u64 ‖ version u64 ‖ recorded µs i64 ‖ stream, type, actor, data, NUL-terminated). */
export function eventChain(
  previous: Buffer,
  row: Pick<EventRow, 'position' | 'version' | 'stream' | 'type' | 'actor' | 'data'> & {
    readonly at_us: bigint;
  },
): Buffer {
  const numbers = Buffer.alloc(24);
  numbers.writeBigUInt64BE(row.position, 0);
  numbers.writeBigUInt64BE(row.version, 8);
  numbers.writeBigInt64BE(row.at_us, 16);
  return createHash('sha256')
    .update(Buffer.of(3))
    .update(previous)
    .update(numbers)
    .update([row.stream, row.type, row.actor, row.data].map((text) => `${text}\0`).join(''))
    .digest();
}
