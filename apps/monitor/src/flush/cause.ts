import { type Cause } from '@app/alerts/domain';
import { type Day, dayNumber } from '@app/calendar';
import { type AttainmentBook } from '@app/commitments';

type Changed = Pick<AttainmentBook, 'changes' | 'dirtyUntil'>;

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
