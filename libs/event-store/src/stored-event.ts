/** An event as the store holds it. */
export interface StoredEvent<Event = unknown> {
  /** Place in the whole store, from 1, without gaps: shard -1 of a position vector. */
  readonly position: bigint;
  readonly stream: string;
  /** Place in its stream, from 1, without gaps. */
  readonly version: bigint;
  readonly type: string;
  /** The event with its `type`, as it was decided. */
  readonly data: Event;
  /** Who caused it: a principal's id, or `system:<role>`. */
  readonly actor: string;
  /** RFC 3339 UTC with microseconds; strictly increasing over positions. */
  readonly recordedAt: string;
}
