import { type Contract, type LedgerVector, type RecordedIn } from '../domain/index.js';
import { termsTimeline } from '../domain/terms/terms-timeline.js';

/**
 * Closes by which usage is told apart: those of commitments that count late usage in the next open
 * period. Usage of one shard between two of them is equally late, so it may be summed up.
 */
export class CloseMarks {
  private constructor(private readonly positions: readonly LedgerVector[]) {}

  static readonly NONE = new CloseMarks([]);

  static of(contracts: readonly Contract[]): CloseMarks {
    const positions = contracts.flatMap(({ start, commitments }) =>
      commitments
        .filter((commitment) => commitment.closed.length > 0)
        .filter((commitment) =>
          termsTimeline(commitment, start).some(
            ({ terms }) => terms.lateData.afterSettle === 'NEXT_OPEN_PERIOD',
          ),
        )
        .flatMap(({ closed }) => closed.map(({ position }) => position)),
    );
    return positions.length === 0 ? CloseMarks.NONE : new CloseMarks(positions);
  }

  get isEmpty(): boolean {
    return this.positions.length === 0;
  }

  /** The first segment that is as late as this one; undefined: it came before all closes. */
  firstOf({ shard, seq }: RecordedIn): RecordedIn | undefined {
    const passed = this.positions
      .map((position) => seqOf(position, shard))
      .filter((at) => at < seq);
    if (passed.length === 0) return undefined;
    return { shard, seq: passed.reduce((one, other) => (one > other ? one : other)) + 1n };
  }

  /** Whether they tell usage apart that was summed up under the marks before: it must be read again. */
  splits(before: CloseMarks, shards: ReadonlyMap<number, bigint>): boolean {
    const known = new Set(before.positions.map((position) => JSON.stringify(position)));
    return this.positions
      .filter((position) => !known.has(JSON.stringify(position)))
      .some((position) => [...shards].some(([shard, seq]) => seqOf(position, shard) < seq));
  }
}

function seqOf(position: LedgerVector, shard: number): bigint {
  return BigInt(position[shard] ?? '0');
}
