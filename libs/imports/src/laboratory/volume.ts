import { growthE12, hash32 } from './fixed.js';
import { type Meter } from './meters.js';

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
/** Parts per million that usage grows by each day: 44 % a year. */
const GROWTH_PPM = 1000n;
/** Per mille of an average day from Sunday to Saturday; their mean is 1,000. */
const WEEKDAYS = [930n, 1020n, 1040n, 1040n, 1030n, 1000n, 940n];
/** Per cent of an average hour from 00:00 UTC; their mean is 100. */
const HOURS = [
  70, 65, 60, 60, 65, 70, 80, 90, 100, 110, 115, 120, 125, 130, 135, 140, 140, 135, 125, 115, 100,
  90, 85, 75,
];
const HOURS_TOTAL = HOURS.reduce((sum, hour) => sum + hour, 0) * MS_PER_HOUR;

/** What fixes a laboratory's usage to the last token. */
export interface LaboratorySeed {
  readonly seed: number;
  /** Day number on which each meter uses its daily units, weekday and chance apart. */
  readonly anchorDay: number;
}

/**
 * Units that the meter uses in [start, end), milliseconds since 1970. Parts of a span add up to
 * the span exactly, wherever it is cut.
 */
export function unitsBetween(
  meter: Meter,
  no: number,
  laboratory: LaboratorySeed,
  start: number,
  end: number,
): bigint {
  let units = 0n;
  for (let at = start; at < end;) {
    const day = Math.floor(at / MS_PER_DAY);
    const until = Math.min(end, (day + 1) * MS_PER_DAY);
    const total = unitsOfDay(meter, no, laboratory, day);
    const from = at - day * MS_PER_DAY;
    units += usedBy(meter, total, until - day * MS_PER_DAY) - usedBy(meter, total, from);
    at = until;
  }
  return units;
}

function unitsOfDay(
  { dailyUnits, interactive }: Meter,
  no: number,
  laboratory: LaboratorySeed,
  day: number,
): bigint {
  const { seed, anchorDay } = laboratory;
  const weekday = interactive ? (WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? 1000n) : 1000n;
  const chance = 950n + BigInt(hash32(seed, no, day) % 101);
  const grown = (dailyUnits * growthE12(GROWTH_PPM, day - anchorDay)) / 10n ** 12n;
  return (grown * weekday * chance) / 1_000_000n;
}

/** Units of a day's total that are used by a time of that day. */
function usedBy({ interactive }: Meter, total: bigint, ms: number): bigint {
  if (!interactive) return (total * BigInt(ms)) / BigInt(MS_PER_DAY);
  const hour = Math.floor(ms / MS_PER_HOUR);
  const before = HOURS.slice(0, hour).reduce((sum, weight) => sum + weight, 0) * MS_PER_HOUR;
  const weight = before + (HOURS[hour] ?? 0) * (ms - hour * MS_PER_HOUR);
  return (total * BigInt(weight)) / BigInt(HOURS_TOTAL);
}
