import { counter, gauge, histogram } from '@app/platform';

export const SHARD_STATES = ['loading', 'running', 'waiting', 'halted'] as const;
export type ShardState = (typeof SHARD_STATES)[number];

const events = counter('ingest_events_total', 'Usage events by what became of them.', ['outcome']);
const appendSeconds = histogram(
  'ingest_append_duration_seconds',
  'Time of one append, retries included.',
  [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
);
const staleAppends = counter(
  'ingest_stale_appends_total',
  'Appends refused because another writer had moved the head.',
);
const states = gauge('shard_state', '1 for the state that a shard is in.', ['shard', 'state']);
const lag = gauge('kafka_lag', 'Records between the head and the high watermark.', ['shard']);
const eventLag = gauge(
  'event_lag_seconds',
  'Age of the newest record when it became durable, by the record timestamp.',
);
const readModelLag = gauge('read_model_lag_seconds', 'How far a read model is behind.', ['model']);
const quarantineOpen = gauge('quarantine_open', 'Quarantined events that nobody has resolved.');

/** The metrics of this role. */
export const metrics = {
  decided(outcome: string, count: number): void {
    if (count > 0) events.inc({ outcome }, count);
  },
  appended(seconds: number): void {
    appendSeconds.observe(seconds);
  },
  stale(): void {
    staleAppends.inc();
  },
  state(shard: number, state: ShardState | null): void {
    for (const name of SHARD_STATES) states.set({ shard, state: name }, name === state ? 1 : 0);
  },
  lag(shard: number, records: bigint): void {
    lag.set({ shard }, Number(records));
  },
  eventLag(seconds: number): void {
    eventLag.set(Math.max(0, seconds));
  },
  readModelLag(model: string, seconds: number): void {
    readModelLag.set({ model }, Math.max(0, seconds));
  },
  quarantineOpen(count: number): void {
    quarantineOpen.set(count);
  },
};
