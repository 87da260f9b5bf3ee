import type { PoolClient } from 'pg';
import type { Decider } from '../decider.js';
import type { Loaded, Moment } from '../event-store.js';
import { EVENT_COLUMNS, type EventRow, toStoredEvent } from './event-row.js';

type Queryable = Pick<PoolClient, 'query'>;

/** State of a stream now: the newest snapshot that fits the decider, then the tail. */
export async function loadCurrent<State, Command, Event extends { readonly type: string }>(
  client: Queryable,
  stream: string,
  decider: Decider<State, Command, Event>,
): Promise<Loaded<State>> {
  const start = await loadSnapshot(client, stream, decider);
  const { rows } = await client.query<EventRow>(
    `select ${EVENT_COLUMNS} from event where stream = $1 and version > $2 order by version`,
    [stream, start.version],
  );
  return fold(decider, start, rows);
}

/** State of a stream as it was at a past moment, from its first event. */
export async function loadAt<State, Command, Event extends { readonly type: string }>(
  client: Queryable,
  stream: string,
  decider: Decider<State, Command, Event>,
  at: Moment,
): Promise<Loaded<State>> {
  const { rows } = await client.query<EventRow>(
    `select ${EVENT_COLUMNS} from event
     where stream = $1 and position <= coalesce($2, position)
       and recorded_at <= coalesce($3::timestamptz, recorded_at)
     order by version`,
    [stream, at.position ?? null, at.recordedAt ?? null],
  );
  return fold(decider, { state: decider.initial(), version: 0n }, rows);
}

/** Keeps the state when a snapshot is due at this version. Runs in the appending transaction. */
export async function keepSnapshot<State, Command, Event extends { readonly type: string }>(
  client: Queryable,
  stream: string,
  decider: Decider<State, Command, Event>,
  before: bigint,
  loaded: Loaded<State>,
): Promise<void> {
  const policy = decider.snapshot;
  if (policy === undefined || before / policy.every === loaded.version / policy.every) return;
  await client.query(
    `insert into event_snapshot (stream, version, schema_version, state) values ($1, $2, $3, $4)
     on conflict (stream) do update set version = excluded.version,
       schema_version = excluded.schema_version, state = excluded.state`,
    [stream, loaded.version, policy.schemaVersion, JSON.stringify(policy.encode(loaded.state))],
  );
}

async function loadSnapshot<State, Command, Event extends { readonly type: string }>(
  client: Queryable,
  stream: string,
  decider: Decider<State, Command, Event>,
): Promise<Loaded<State>> {
  const policy = decider.snapshot;
  if (policy !== undefined) {
    const { rows } = await client.query<{ version: bigint; state: unknown }>(
      'select version, state from event_snapshot where stream = $1 and schema_version = $2',
      [stream, policy.schemaVersion],
    );
    if (rows[0]) return { state: policy.decode(rows[0].state), version: rows[0].version };
  }
  return { state: decider.initial(), version: 0n };
}

function fold<State, Command, Event extends { readonly type: string }>(
  decider: Decider<State, Command, Event>,
  start: Loaded<State>,
  rows: readonly EventRow[],
): Loaded<State> {
  return {
    state: rows.reduce(
      (state, row) => decider.evolve(state, toStoredEvent(row).data as Event),
      start.state,
    ),
    version: rows.at(-1)?.version ?? start.version,
  };
}
