import type { Database } from '@app/platform';
import type { PoolClient } from 'pg';
import type { Decider } from '../decider.js';
import { VersionConflictError } from '../event-store.errors.js';
import {
  EventStore,
  type Executed,
  type ExecuteOptions,
  type Loaded,
  type Moment,
} from '../event-store.js';
import type { StoredEvent } from '../stored-event.js';
import { append } from './append.js';
import { EVENT_COLUMNS, type EventRow, toStoredEvent } from './event-row.js';
import { remember, replay } from './idempotency.js';
import { keepSnapshot, loadAt, loadCurrent } from './load.js';

/** The same idempotency key was recorded by a call that ran beside this one. */
class OvertakenError extends Error {}

export class PostgresEventStore extends EventStore {
  constructor(private readonly database: Database) {
    super();
  }

  async execute<State, Command, Event extends { readonly type: string }>(
    stream: string,
    decider: Decider<State, Command, Event>,
    command: Command,
    options: ExecuteOptions,
  ): Promise<Executed<Event>> {
    for (;;) {
      try {
        return await this.database.transaction((client) =>
          this.executeIn(client, stream, decider, command, options),
        );
      } catch (error) {
        const lostRace =
          error instanceof OvertakenError ||
          (error instanceof VersionConflictError && options.expectedVersion === undefined);
        // Each lost race means that another writer has made progress, so this ends.
        if (!lostRace) throw error;
      }
    }
  }

  async load<State, Command, Event extends { readonly type: string }>(
    stream: string,
    decider: Decider<State, Command, Event>,
    at?: Moment,
  ): Promise<Loaded<State>> {
    return at === undefined
      ? loadCurrent(this.database.pool, stream, decider)
      : loadAt(this.database.pool, stream, decider, at);
  }

  async readStream(stream: string): Promise<StoredEvent[]> {
    const rows = await this.database.query<EventRow & Record<string, unknown>>(
      `select ${EVENT_COLUMNS} from event where stream = $1 order by version`,
      [stream],
    );
    return rows.map(toStoredEvent);
  }

  async readAll(after: bigint, limit: number, upTo: Moment = {}): Promise<StoredEvent[]> {
    const rows = await this.database.query<EventRow & Record<string, unknown>>(
      `select ${EVENT_COLUMNS} from event
       where position > $1 and position <= coalesce($3, position)
         and recorded_at <= coalesce($4::timestamptz, recorded_at)
       order by position limit $2`,
      [after, limit, upTo.position ?? null, upTo.recordedAt ?? null],
    );
    return rows.map(toStoredEvent);
  }

  appendIn(
    client: PoolClient,
    stream: string,
    expectedVersion: bigint,
    events: readonly { readonly type: string }[],
    actor: string,
  ): Promise<StoredEvent[]> {
    return append(client, stream, expectedVersion, events, actor);
  }

  async head(): Promise<{ position: bigint; recordedAt: string | null }> {
    const rows = await this.database.query<{ position: bigint; recorded_at: string | null }>(
      `select position, case when position > 0 then
         to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end as recorded_at
       from event_head`,
    );
    return { position: rows[0]?.position ?? 0n, recordedAt: rows[0]?.recorded_at ?? null };
  }

  private async executeIn<State, Command, Event extends { readonly type: string }>(
    client: PoolClient,
    stream: string,
    decider: Decider<State, Command, Event>,
    command: Command,
    options: ExecuteOptions,
  ): Promise<Executed<Event>> {
    const known = await replay<Event>(client, stream, options);
    if (known !== null) return known;

    const { state, version } = await loadCurrent(client, stream, decider);
    if (options.expectedVersion !== undefined && options.expectedVersion !== version) {
      throw new VersionConflictError(stream, options.expectedVersion, version);
    }
    const decided = decider.decide(state, command);
    const events = (await append(
      client,
      stream,
      version,
      decided,
      options.actor,
    )) as StoredEvent<Event>[];
    const done: Executed<Event> = {
      events,
      version: version + BigInt(events.length),
      position: events.at(-1)?.position ?? (await positionNow(client)),
      replayed: false,
    };
    if (!(await remember(client, stream, options, done))) throw new OvertakenError();
    if (events.length > 0) {
      const after = decided.reduce((next, event) => decider.evolve(next, event), state);
      await keepSnapshot(client, stream, decider, version, { state: after, version: done.version });
      await options.onAppend?.(client, events);
    }
    return done;
  }
}

async function positionNow(client: PoolClient): Promise<bigint> {
  const { rows } = await client.query<{ position: bigint }>('select position from event_head');
  return rows[0]?.position ?? 0n;
}
