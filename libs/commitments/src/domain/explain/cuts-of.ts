import { type Cut } from './explained-cell.js';
import { type Moved } from './running-class.js';

/** Cuts of an amount of which a part may count. */
export function cutsOf(moved: Moved, countedE18: bigint, takenE18: bigint): Cut[] {
  const cuts: Cut[] = [
    { reason: 'applicability', amountE18: moved.convertedE18 - moved.rawE18 },
    { reason: 'fraction', amountE18: moved.rawE18 - moved.eligibleE18 },
    { reason: 'over-cap', amountE18: moved.eligibleE18 - takenE18 - countedE18 },
    { reason: 'taken-by-other-commitment', amountE18: takenE18 },
  ];
  return cuts.filter(({ amountE18 }) => amountE18 !== 0n);
}

/**
 * Spreads what other commitments took on a day over what its amounts did not count, in their order;
 * the last one carries what is left.
 */
export function spreadTaken(lostE18: readonly bigint[], takenE18: bigint): bigint[] {
  let left = takenE18;
  return lostE18.map((lost, place) => {
    const part = place === lostE18.length - 1 ? left : within(lost, left);
    left -= part;
    return part;
  });
}

/** As much of `left` as fits into `lost`; nothing where their signs differ. */
function within(lost: bigint, left: bigint): bigint {
  if (lost > 0n !== left > 0n) return 0n;
  const isLess = lost > 0n ? lost < left : lost > left;
  return isLess ? lost : left;
}
