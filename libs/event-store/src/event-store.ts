import type { PoolClient } from 'pg';
import type { Decider } from './decider.js';
import type { StoredEvent } from './stored-event.js';

export interface ExecuteOptions {
  /** Principal's id, or `system:<role>`. */
  readonly actor: string;
  /** The same key again answers what the first call did, without deciding again. */
  readonly idempotencyKey?: string | undefined;
  /** Digest of the request; the same key with another digest is refused. */
  readonly bodyHash?: string | undefined;
  /** Version that the caller has seen (If-Match); absent = whatever is there. */
  readonly expectedVersion?: bigint | undefined;
  /** Runs in the same transaction, after the events are in: unique names, outbox rows. */
  readonly onAppend?: (client: PoolClient, events: readonly StoredEvent[]) => Promise<void>;
}

export interface Executed<Event> {
  readonly events: readonly StoredEvent<Event>[];
  /** Version of the stream afterwards. */
  readonly version: bigint;
  /** Position of the last event appended, or of the store's head when nothing changed. */
  readonly position: bigint;
  readonly replayed: boolean;
}

export interface Loaded<State> {
  readonly state: State;
  /** 0 when the stream has no event. */
  readonly version: bigint;
}

/** A moment of the store: events at or before it. `recordedAt` is RFC 3339. */
export interface Moment {
  readonly position?: bigint;
  readonly recordedAt?: string;
}

/** Streams of events on the contract side; usage does not pass through here. */
export abstract class EventStore {
  /**
   * One transaction: idempotency record, load, decide, append with expected version, `onAppend`.
   * A race with another writer is decided again on the newer state unless `expectedVersion` is given.
   *
   * @throws VersionConflictError when `expectedVersion` is given and is not the stream's version
   * @throws IdempotencyKeyReusedError
   */
  abstract execute<State, Command, Event extends { readonly type: string }>(
    stream: string,
    decider: Decider<State, Command, Event>,
    command: Command,
    options: ExecuteOptions,
  ): Promise<Executed<Event>>;

  abstract load<State, Command, Event extends { readonly type: string }>(
    stream: string,
    decider: Decider<State, Command, Event>,
    at?: Moment,
  ): Promise<Loaded<State>>;

  abstract readStream(stream: string): Promise<StoredEvent[]>;

  /** Events after `position` in order, at most `limit`, none recorded after `upTo`. */
  abstract readAll(after: bigint, limit: number, upTo?: Moment): Promise<StoredEvent[]>;

  /**
   * Appends inside somebody's transaction.
   *
   * @throws VersionConflictError when the stream is not at `expectedVersion`
   */
  abstract appendIn(
    client: PoolClient,
    stream: string,
    expectedVersion: bigint,
    events: readonly { readonly type: string }[],
    actor: string,
  ): Promise<StoredEvent[]>;

  /** The newest event's place; position 0 when the store is empty. */
  abstract head(): Promise<{ position: bigint; recordedAt: string | null }>;
}
