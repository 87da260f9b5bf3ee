/** How a stream's state is kept between its events, for streams that grow long. */
export interface SnapshotPolicy<State> {
  /** Raised whenever the shape of the state changes; an older snapshot is then ignored. */
  readonly schemaVersion: number;
  /** Events between two snapshots. */
  readonly every: bigint;
  encode(state: State): unknown;
  decode(json: unknown): State;
}

/**
 * An aggregate as three pure functions. `decide` throws a domain error with a `code` when a rule is
 * broken, and returns no event when nothing changes; `evolve` never throws and mutates nothing.
 */
export interface Decider<State, Command, Event extends { readonly type: string }> {
  initial(): State;
  decide(state: State, command: Command): readonly Event[];
  evolve(state: State, event: Event): State;
  readonly snapshot?: SnapshotPolicy<State>;
}
