import { type Decider, type EventStore, type StoredEvent } from '@app/event-store';
import { recordedBy } from './recorded-by.js';

/** What a stream said of itself by a moment. */
export interface KnownStream<State> {
  readonly state: State;
  readonly version: bigint;
  /** Recorded time, RFC 3339. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Folds a stream up to a recorded time; undefined when it had no event by then. */
export async function knownStream<State, Command, Event extends { readonly type: string }>(
  eventStore: EventStore,
  stream: string,
  decider: Decider<State, Command, Event>,
  asOf?: string,
): Promise<KnownStream<State> | undefined> {
  const stored = (await eventStore.readStream(stream)) as StoredEvent<Event>[];
  const events = stored.filter(
    ({ recordedAt }) => asOf === undefined || recordedBy(recordedAt, asOf),
  );
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return {
    state: events.reduce((state, { data }) => decider.evolve(state, data), decider.initial()),
    version: last.version,
    createdAt: first.recordedAt,
    changedAt: last.recordedAt,
  };
}
