import { type Day } from '@app/calendar';
import { formatRatio, parseE18 } from '@app/money';
import { type Contract, type Tranche } from '../contract/contract.state.js';

export type TrancheState = 'PLANNED' | 'RELEASABLE' | 'RECEIVED' | 'RETURNED';

/** Capital of a contract against what it promised for it. */
export interface CapitalFigures {
  readonly receivedE18: bigint;
  /** Term total ÷ capital received, 4 decimals; null before the first tranche. */
  readonly spendToCapital: string | null;
  /** Σ counted ÷ capital received. */
  readonly drawnToCapital: string | null;
  readonly tranches: readonly { readonly trancheId: string; readonly state: TrancheState }[];
}

/** The commitments of the contract together. */
export interface Promised {
  readonly termTotalE18: bigint;
  readonly countedE18: bigint;
}

export function capitalFigures(
  { capital }: Pick<Contract, 'capital'>,
  { termTotalE18, countedE18 }: Promised,
  today: Day,
): CapitalFigures {
  const tranches = capital.map((tranche) => ({
    trancheId: tranche.trancheId,
    state: trancheState(tranche, countedE18, today),
  }));
  const received = capital
    .filter((_, place) => tranches[place]?.state === 'RECEIVED')
    .reduce((sum, { amount }) => sum + parseE18(amount), 0n);
  return {
    receivedE18: received,
    spendToCapital: received === 0n ? null : formatRatio(termTotalE18, received),
    drawnToCapital: received === 0n ? null : formatRatio(countedE18, received),
    tranches,
  };
}

/** A tranche whose condition is met (in time) may be called for; one that came may go back. */
function trancheState(tranche: Tranche, countedE18: bigint, today: Day): TrancheState {
  const { receivedOn, returnedOn, releaseWhen } = tranche;
  if (returnedOn !== undefined && returnedOn <= today) return 'RETURNED';
  if (receivedOn !== undefined && receivedOn <= today) return 'RECEIVED';
  if (releaseWhen === undefined || countedE18 < parseE18(releaseWhen.countedAtLeast)) {
    return 'PLANNED';
  }
  return releaseWhen.by === undefined || today <= releaseWhen.by ? 'RELEASABLE' : 'PLANNED';
}
