import { dayNumber } from '@app/calendar';
import { divideHalfEven, parseE18 } from '@app/money';
import { type Commitment } from '../contract/contract.state.js';
import { type Money, type Terms } from '../terms/terms.js';
import { amendmentsInForce } from '../terms/terms-timeline.js';
import { type Period } from './period.js';

/** Minima of all periods of one moment, before stubs are prorated: 10^-18, one per period. */
type Minima = readonly bigint[];

/** From a day on, these minima hold. */
interface MinimaStep {
  readonly from: number;
  readonly minima: Minima;
}

/** Minimum of each period: amended by its clause (REPLACE, PRORATE_DAILY), stubs prorated by days. */
export function periodMinima(
  commitment: Pick<Commitment, 'terms' | 'amendments'>,
  periods: readonly Period[],
  mode: (period: Period) => Terms['midPeriodAmendment'],
): bigint[] {
  const steps = minimaSteps(commitment, periods);
  return periods.map((period, place) => {
    const amended =
      mode(period) === 'REPLACE'
        ? { sum: valueOn(steps, period.end - 1, place), days: 1 }
        : dailySum(steps, period, place);
    const days = period.end - period.start;
    return divideHalfEven(
      amended.sum * BigInt(days),
      BigInt(amended.days) * BigInt(period.uncutDays),
    );
  });
}

function minimaSteps(
  { terms, amendments }: Pick<Commitment, 'terms' | 'amendments'>,
  periods: readonly Period[],
): MinimaStep[] {
  const steps: MinimaStep[] = [{ from: -Infinity, minima: signedMinima(terms, periods) }];
  for (const amendment of amendmentsInForce({ amendments })) {
    const { minimum } = amendment.terms;
    if (minimum === undefined || minimum === null) continue;
    const before = steps.at(-1)?.minima ?? [];
    const from = dayNumber(amendment.effectiveFrom);
    steps.push({ from, minima: amendedMinima(before, minimum, from, periods) });
  }
  return steps;
}

function signedMinima(terms: Terms, periods: readonly Period[]): Minima {
  const rows = terms.schedule?.map(({ minimum }) => minimum) ?? terms.minimum ?? '0';
  return periods.map(({ minimumAt }) =>
    parseE18(typeof rows === 'string' ? rows : (rows[minimumAt] ?? '0')),
  );
}

/** One value for all periods from the one that holds the day, or one for each of them. */
function amendedMinima(
  before: Minima,
  minimum: Money | readonly Money[],
  from: number,
  periods: readonly Period[],
): Minima {
  const first = firstAmended(periods, from);
  return before.map((value, place) => {
    if (place < first) return value;
    const text = typeof minimum === 'string' ? minimum : minimum[place - first];
    return text === undefined ? value : parseE18(text);
  });
}

/** Place of the first period that an amendment effective on a day changes. */
export function firstAmended(periods: readonly Period[], from: number): number {
  const place = periods.findIndex(({ end }) => from < end);
  return place < 0 ? periods.length : place;
}

function valueOn(steps: readonly MinimaStep[], day: number, place: number): bigint {
  return steps.findLast(({ from }) => from <= day)?.minima[place] ?? 0n;
}

function dailySum(
  steps: readonly MinimaStep[],
  { start, end }: Period,
  place: number,
): { sum: bigint; days: number } {
  const edges = steps.map(({ from }) => from).filter((from) => from > start && from < end);
  const cuts = [start, ...edges, end];
  let sum = 0n;
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [from, to] = [cuts[i] ?? start, cuts[i + 1] ?? end];
    sum += valueOn(steps, from, place) * BigInt(to - from);
  }
  return { sum, days: end - start };
}
