import { addDays, type Day, daysBetween } from '@app/calendar';
import { E18 } from '@app/money';
import { type DayFacts, type Facts, type SourceFacts } from '../domain/index.js';

export interface ExampleFacts {
  /** First day with usage. */
  readonly from: Day;
  /** W */
  readonly watermark: Day;
  /** Counted spend of the n-th day, in whole units. */
  readonly spend: (n: number) => number;
  readonly minimum?: number;
  readonly sources?: readonly SourceFacts[];
}

/** Facts of one commitment of the year 2027, period 1; spend of every day before the watermark. */
export function exampleFacts({
  from,
  watermark,
  spend,
  minimum = 365_000,
  sources = [],
}: ExampleFacts): Facts {
  const days = Array.from({ length: daysBetween(from, watermark) }, (_, n): DayFacts => {
    const amount = BigInt(spend(n)) * E18;
    return { day: addDays(from, n), countedE18: amount, flowE18: amount };
  });
  const inYear = days.filter(({ day }) => day >= '2027-01-01' && day < '2028-01-01');
  return {
    commitmentId: 'c1',
    contractId: 'k1',
    currency: 'USD',
    contractVersion: 1,
    termsVersion: 1,
    position: '0:1,-1:1',
    asOf: `${watermark}T06:00:00.000Z`,
    watermark,
    historyStart: from,
    periods: [
      {
        index: 1,
        start: '2027-01-01',
        end: '2028-01-01',
        state: 'OPEN',
        requirementE18: BigInt(minimum) * E18,
        carryE18: 0n,
        countedE18: inYear.reduce((sum, { countedE18 }) => sum + countedE18, 0n),
      },
    ],
    days,
    sources,
  };
}
