import type { StoredEvent } from '../stored-event.js';

export interface EventRow {
  readonly position: bigint;
  readonly stream: string;
  readonly version: bigint;
  readonly type: string;
  /** JSON text, byte for byte as it was written. */
  readonly data: string;
  readonly actor: string;
  readonly recorded_at: string;
}

/** Columns of an EventRow: the JSON stays text, the time is RFC 3339 UTC with microseconds. */
export const EVENT_COLUMNS = `position, stream, version, type, data::text as data, actor,
  to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at`;

export function toStoredEvent(row: EventRow): StoredEvent {
  return {
    position: row.position,
    stream: row.stream,
    version: row.version,
    type: row.type,
    data: JSON.parse(row.data) as unknown,
    actor: row.actor,
    recordedAt: row.recorded_at,
  };
}
