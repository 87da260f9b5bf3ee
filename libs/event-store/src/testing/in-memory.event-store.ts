import type { PoolClient } from 'pg';
import type { Decider } from '../decider.js';
import { IdempotencyKeyReusedError, VersionConflictError } from '../event-store.errors.js';
import {
  EventStore,
  type Executed,
  type ExecuteOptions,
  type Loaded,
  type Moment,
} from '../event-store.js';
import type { StoredEvent } from '../stored-event.js';

/** The event store of unit specs; held true by the contract suite that PostgreSQL passes too. */
export class InMemoryEventStore extends EventStore {
  private readonly events: StoredEvent[] = [];
  private readonly calls = new Map<string, { request: string; done: Executed<unknown> }>();

  /** @param clock microseconds since 1970 of the next append; must increase */
  constructor(
    private readonly clock: () => bigint = (() => {
      let at = 1_800_000_000_000_000n;
      return () => (at += 1_000_000n);
    })(),
  ) {
    super();
  }

  async execute<State, Command, Event extends { readonly type: string }>(
    stream: string,
    decider: Decider<State, Command, Event>,
    command: Command,
    options: ExecuteOptions,
  ): Promise<Executed<Event>> {
    const callKey = `${options.actor}\0${options.idempotencyKey ?? ''}`;
    const request = `${stream}\0${options.bodyHash ?? ''}`;
    const known = options.idempotencyKey === undefined ? undefined : this.calls.get(callKey);
    if (known !== undefined) {
      if (known.request !== request)
        throw new IdempotencyKeyReusedError(options.idempotencyKey ?? '');
      return { ...(known.done as Executed<Event>), replayed: true };
    }
    const { state, version } = await this.load(stream, decider);
    if (options.expectedVersion !== undefined && options.expectedVersion !== version) {
      throw new VersionConflictError(stream, options.expectedVersion, version);
    }
    const decided = decider.decide(state, command);
    const events = this.push(stream, version, decided, options.actor) as StoredEvent<Event>[];
    const done: Executed<Event> = {
      events,
      version: version + BigInt(events.length),
      position: BigInt(this.events.length),
      replayed: false,
    };
    if (options.idempotencyKey !== undefined) this.calls.set(callKey, { request, done });
    return done;
  }

  load<State, Command, Event extends { readonly type: string }>(
    stream: string,
    decider: Decider<State, Command, Event>,
    at: Moment = {},
  ): Promise<Loaded<State>> {
    const tail = this.until(at).filter((event) => event.stream === stream);
    return Promise.resolve({
      state: tail.reduce(
        (state, { data }) => decider.evolve(state, data as Event),
        decider.initial(),
      ),
      version: tail.at(-1)?.version ?? 0n,
    });
  }

  readStream(stream: string): Promise<StoredEvent[]> {
    return Promise.resolve(this.events.filter((event) => event.stream === stream));
  }

  readAll(after: bigint, limit: number, upTo: Moment = {}): Promise<StoredEvent[]> {
    return Promise.resolve(
      this.until(upTo)
        .filter(({ position }) => position > after)
        .slice(0, limit),
    );
  }

  appendIn(
    _client: PoolClient,
    stream: string,
    expectedVersion: bigint,
    events: readonly { readonly type: string }[],
    actor: string,
  ): Promise<StoredEvent[]> {
    return new Promise((resolve) => {
      resolve(this.push(stream, expectedVersion, events, actor));
    });
  }

  head(): Promise<{ position: bigint; recordedAt: string | null }> {
    return Promise.resolve({
      position: BigInt(this.events.length),
      recordedAt: this.events.at(-1)?.recordedAt ?? null,
    });
  }

  private until({ position, recordedAt }: Moment): StoredEvent[] {
    return this.events.filter(
      (event) =>
        (position === undefined || event.position <= position) &&
        (recordedAt === undefined || event.recordedAt <= recordedAt),
    );
  }

  private push(
    stream: string,
    expectedVersion: bigint,
    events: readonly { readonly type: string }[],
    actor: string,
  ): StoredEvent[] {
    const actual = BigInt(this.events.filter((event) => event.stream === stream).length);
    if (actual !== expectedVersion) throw new VersionConflictError(stream, expectedVersion, actual);
    const added = events.map((event, index): StoredEvent => {
      const at = this.clock();
      return {
        position: BigInt(this.events.length + index + 1),
        stream,
        version: expectedVersion + BigInt(index + 1),
        type: event.type,
        data: JSON.parse(JSON.stringify(event)) as unknown,
        actor,
        recordedAt: new Date(Number(at / 1000n))
          .toISOString()
          .replace('Z', `${(at % 1000n).toString().padStart(3, '0')}Z`),
      };
    });
    this.events.push(...added);
    return added;
  }
}
