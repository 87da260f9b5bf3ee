import { formatDay } from '@app/calendar';
import { SPEND_CLASSES } from '../classes/spend-classes.js';
import { type Bucket } from '../fold/bucket.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { type SpendClass } from '../terms/terms.js';
import { type Counter, type CountedSums } from './counted-sums.js';
import { usedDays } from './used-days.js';

/** What one day adds to one class. */
export interface DayRow {
  readonly dayNumber: number;
  readonly day: string;
  readonly periodIndex: number;
  readonly class: SpendClass;
  readonly amountE18: bigint;
  readonly countedE18: bigint;
  readonly runningE18: bigint;
}

/** Rows of all periods; a change of a day makes that day and the later ones of its period anew. */
export class DayBook {
  private known: DayRow[][] = [];

  rows(
    periods: readonly PlannedPeriod[],
    buckets: Iterable<Bucket>,
    counter: Counter,
    changedFrom: number,
  ): readonly (readonly DayRow[])[] {
    const all = [...buckets];
    this.known = periods.map((period, place) => {
      const known = this.known[place] ?? [];
      const from = Math.max(changedFrom, period.start);
      if (from >= period.end && this.known.length > 0) return known;
      const kept = known.filter(({ dayNumber }) => dayNumber < from);
      return [...kept, ...rowsFrom(period, all, counter, from, kept.at(-1)?.runningE18 ?? 0n)];
    });
    return this.known;
  }
}

function rowsFrom(
  period: PlannedPeriod,
  buckets: readonly Bucket[],
  counter: Counter,
  from: number,
  openingE18: bigint,
): DayRow[] {
  const rows: DayRow[] = [];
  let before = standing(counter(period, from));
  let runningE18 = openingE18;
  for (const dayNumber of usedDays(buckets, from, period.end)) {
    const after = standing(counter(period, dayNumber + 1));
    // A class whose sum came back to zero is no longer listed, but it changed.
    for (const spendClass of SPEND_CLASSES) {
      const [then, now] = [before.get(spendClass) ?? NOTHING, after.get(spendClass) ?? NOTHING];
      const amountE18 = now.amountE18 - then.amountE18;
      const countedE18 = now.countedE18 - then.countedE18;
      if (amountE18 === 0n && countedE18 === 0n) continue;
      runningE18 += countedE18;
      rows.push({
        dayNumber,
        day: formatDay(dayNumber),
        periodIndex: period.index,
        class: spendClass,
        amountE18,
        countedE18,
        runningE18,
      });
    }
    before = after;
  }
  return rows;
}

interface Standing {
  readonly amountE18: bigint;
  readonly countedE18: bigint;
}

const NOTHING: Standing = { amountE18: 0n, countedE18: 0n };

function standing(sums: readonly CountedSums[]): Map<SpendClass, Standing> {
  return new Map(
    sums.map((sum) => [sum.class, { amountE18: amountInScope(sum), countedE18: sum.countedE18 }]),
  );
}

/** Converted amount of a class inside contract and scope. */
function amountInScope(sum: CountedSums): bigint {
  let amount = sum.convertedE18 + sum.unclassifiedE18;
  for (const [reason, refused] of sum.refused) {
    if (reason !== 'outside-contract' && reason !== 'out-of-scope') amount += refused;
  }
  return amount;
}
