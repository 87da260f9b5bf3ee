/** How much an open batch holds. */
export interface BatchLoad {
  readonly events: number;
  readonly bytes: number;
  readonly newSeries: number;
  /** Milliseconds since its first record. */
  readonly ageMs: number;
}

const EVENTS_AT_MOST = 50_000;
const BYTES_AT_MOST = 8 * 1024 * 1024;
const NEW_SERIES_AT_MOST = 5_000;
const BUSY_EVENTS = 1_000;
const BUSY_AGE_MS = 50;
const AGE_MS = 200;

/** Whether the batch closes now; asked between Kafka records only, never inside one. */
export function closes({ events, bytes, newSeries, ageMs }: BatchLoad): boolean {
  return (
    events >= EVENTS_AT_MOST ||
    bytes >= BYTES_AT_MOST ||
    newSeries >= NEW_SERIES_AT_MOST ||
    ageMs >= closingAgeMs(events)
  );
}

/** The age at which a batch with so many events closes. */
export function closingAgeMs(events: number): number {
  return events >= BUSY_EVENTS ? BUSY_AGE_MS : AGE_MS;
}
