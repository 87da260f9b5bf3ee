import { type Day } from '@app/calendar';
import { formatE18 } from '@app/money';
import { type Attribution } from '../domain/index.js';
import { type CompactEntry } from './compact-entry.js';

/** The entries of one usage day, and what they count together. */
export interface DayEntries {
  readonly day: Day;
  readonly countedE18: bigint;
  readonly entries: readonly CompactEntry[];
}

/**
 * Gathers attributions, which come in order of their day, into one row a day.
 *
 * @param numberOf number of a series in the read models' dictionary
 */
export function dayRows(
  attributions: readonly Attribution[],
  numberOf: (series: Pick<Attribution, 'digest' | 'attrs'>) => number,
): DayEntries[] {
  const rows: { day: Day; countedE18: bigint; entries: CompactEntry[] }[] = [];
  for (const one of attributions) {
    let row = rows.at(-1);
    if (row?.day !== one.day) rows.push((row = { day: one.day, countedE18: 0n, entries: [] }));
    row.countedE18 += one.countedE18;
    row.entries.push([
      numberOf(one),
      one.class,
      one.ruleId,
      formatE18(one.amountE18),
      formatE18(one.countedE18),
    ]);
  }
  return rows;
}
