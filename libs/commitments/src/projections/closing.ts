import { type ClosePeriod } from '../domain/index.js';
import { type CommitmentState } from './attainment-book.js';
import { type LedgerAddress } from './ledger-address.js';

/** A commitment as it stands when something is decided about one of its periods. */
export interface PeriodView {
  readonly state: CommitmentState;
  readonly address: LedgerAddress;
  /** RFC 3339 UTC instant of the clock. */
  readonly at: string;
}

/** Closes a period at the address up to which usage was folded. */
export function closingOf(
  { state, address, at }: PeriodView,
  index: number,
  reason: string,
): ClosePeriod {
  const { commitmentId } = state.commitment;
  const position = Object.fromEntries(
    [...address.shards].map(([shard, seq]) => [shard, seq.toString()]),
  );
  const { watermark } = state;
  return { type: 'ClosePeriod', commitmentId, index, at, position, watermark, reason };
}
