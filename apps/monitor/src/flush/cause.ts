import { type Cause } from '@app/alerts/domain';
import { type Day, dayNumber } from '@app/calendar';
import { type AttainmentBook, type BookedCommitment, type JudgementPart } from '@app/commitments';

interface Changed {
  readonly changes: ReadonlySet<JudgementPart | 'usage'>;
  readonly dirtyUntil: number;
}

/** Why a flush is made: of the ledger itself, and of each commitment. */
export interface Causes {
  readonly cause: Cause;
  /** By commitment: a price book, say, is news only to those whose fold uses it. */
  readonly causes: ReadonlyMap<string, Cause>;
}

/** @param watermarks of the commitments, as of the last flush */
export function causesOf(
  book: Pick<AttainmentBook, 'changesOf' | 'dirtyUntil'>,
  booked: readonly BookedCommitment[],
  watermarks: readonly (Day | null)[],
): Causes {
  const { dirtyUntil } = book;
  const all = booked.map((one) => {
    return { commitmentId: one.commitment.commitmentId, changes: book.changesOf(one) };
  });
  const changes = new Set(all.flatMap((one) => [...one.changes]));
  return {
    cause: causeOf({ changes, dirtyUntil }, watermarks),
    causes: new Map(
      all.map((one) => [
        one.commitmentId,
        causeOf({ changes: one.changes, dirtyUntil }, watermarks),
      ]),
    ),
  };
}

/**
 * Why figures may have changed since the last flush: decisions before usage, and usage that only
 * touches days which were complete already is a correction.
 *
 * @param watermarks of the commitments, as of the last flush
 */
export function causeOf(
  { changes, dirtyUntil }: Changed,
  watermarks: readonly (Day | null)[],
): Cause {
  if (changes.has('contract')) return 'contract_change';
  if (changes.has('price')) return 'price_change';
  if (changes.has('fx')) return 'fx_change';
  if (!changes.has('usage')) return 'clock';
  if (dirtyUntil === -Infinity) return 'usage';
  const complete = watermarks.filter((day) => day !== null).map(dayNumber);
  return dirtyUntil <= Math.min(...complete) && complete.length > 0 ? 'correction' : 'usage';
}
