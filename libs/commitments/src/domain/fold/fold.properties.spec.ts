import fc from 'fast-check';
import { COMMITMENT_ID, contractOf } from '../../testing/contracts.js';
import { attained, foldOf } from '../../testing/attained.js';
import { addLines, type Line } from '../../testing/lines.js';
import { lineOf } from '../../testing/random-lines.js';
import { termsOf } from '../../testing/random-terms.js';
import { type Attainment } from '../attainment/attainment.js';
import { assertConservation } from '../statement/conservation.js';
import { type Contract } from '../contract/contract.state.js';
import { type TermsInput } from '../terms/terms-input.js';
import { parseE18, formatE18 } from '@app/money';

/** 10,000 in CI, where the time is there. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 100);
const TERM = { end: '2029-01-01', billingAccountIds: ['ours'] };
const AT = { through: null, watermark: '2028-03-01', today: '2028-03-05' };
const many = fc.array(lineOf, { maxLength: 25 });
const contract = (terms: TermsInput): Contract => contractOf(terms, TERM);
const bytes = (attainment: Attainment): string =>
  JSON.stringify(attainment, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );

describe('the fold', () => {
  it('changes no byte with order, batching and splitting of lines', () => {
    const property = fc.property(termsOf, many, fc.nat(), (terms, lines, seed) => {
      const once = foldOf({ contract: contract(terms), lines });
      const order = lines.toSorted((a, b) => hash(a, seed) - hash(b, seed));
      const again = foldOf({ contract: contract(terms), lines: [] });
      order.forEach((line, i) => {
        addLines(again, i % 2 === 0 ? split(line) : [line]);
        // A read in between must leave no trace.
        if (i === 3) bytes(again.attainment(COMMITMENT_ID, AT));
      });
      expect(bytes(again.attainment(COMMITMENT_ID, AT))).toBe(
        bytes(once.attainment(COMMITMENT_ID, AT)),
      );
    });
    fc.assert(property, { numRuns });
  });

  it('accounts for every converted unit of money', () => {
    const property = fc.property(termsOf, many, (terms, lines) => {
      const { periods, outsideTerm, suspense, term } = attained({
        contract: contract(terms),
        lines,
      });
      const refused = [...periods.flatMap(({ notCounted }) => notCounted), ...outsideTerm];
      const found =
        term.countedE18 +
        refused.reduce((sum, { amountE18 }) => sum + amountE18, 0n) +
        suspense.unclassifiedE18;
      expect(near(found, convertedE18(lines), periods.length + 2)).toBe(true);
      for (const period of periods) assertConservation(period);
    });
    fc.assert(property, { numRuns });
  });

  it('adds up by day and by series to what is counted', () => {
    const property = fc.property(termsOf, many, (terms, lines) => {
      const fold = foldOf({ contract: contract(terms), lines });
      const { days, term, periods } = fold.attainment(COMMITMENT_ID, AT);
      const rows = fold.attributions(COMMITMENT_ID, term.start, term.end);
      const sum = (list: readonly { countedE18: bigint }[]): bigint =>
        list.reduce((total, { countedE18 }) => total + countedE18, 0n);
      expect(sum(days)).toBe(term.countedE18);
      expect(sum(rows)).toBe(term.countedE18);
      for (const period of periods) {
        const own = days.filter(({ periodIndex }) => periodIndex === period.index);
        expect(own.at(-1)?.runningE18 ?? 0n).toBe(period.countedE18);
      }
    });
    fc.assert(property, { numRuns });
  });

  it('counts no less for more usage, and owes no more', () => {
    const usage = fc.tuple(lineOf, fc.bigInt({ min: 0n, max: 10n ** 22n }));
    const property = fc.property(termsOf, many, usage, (terms, lines, [base, amount]) => {
      const more: Line = {
        day: base.day,
        lineType: 'Usage',
        billingAccountId: 'ours',
        billed: formatE18(amount === 0n ? 1n : amount),
      };
      const before = attained({ contract: contract(terms), lines });
      const after = attained({ contract: contract(terms), lines: [...lines, more] });
      expect(after.term.countedE18).toBeGreaterThanOrEqual(before.term.countedE18);
      expect(owed(after)).toBeLessThanOrEqual(owed(before));
    });
    fc.assert(property, { numRuns });
  });
});

function owed({ periods }: Attainment): bigint {
  return periods.reduce((sum, { shortfallE18 }) => sum + shortfallE18, 0n);
}

/** Two lines that make one. */
function split(line: Line): Line[] {
  const whole = parseE18(line.billed ?? '0');
  const list = line.list === undefined ? {} : { list: '0' };
  const part = whole / 3n;
  return [
    { ...line, billed: formatE18(part), ...list },
    { ...line, billed: formatE18(whole - part) },
  ];
}

function convertedE18(lines: readonly Line[]): bigint {
  const e28 = lines.reduce((sum, { billed, billingCurrency }) => {
    const rateE10 = billingCurrency === 'EUR' ? 10_987_654_321n : 10n ** 10n;
    return sum + parseE18(billed ?? '0') * rateE10;
  }, 0n);
  return e28 / 10n ** 10n;
}

/** Every running sum is cut once per class and reason: at most half a unit of 10^-18 each. */
function near(a: bigint, b: bigint, periods: number): boolean {
  const difference = a > b ? a - b : b - a;
  return difference <= BigInt(periods * 14 * 3);
}

function hash(line: Line, seed: number): number {
  const text = JSON.stringify(line);
  let value = seed % 65_521;
  for (let i = 0; i < text.length; i += 1) value = (value * 31 + text.charCodeAt(i)) % 65_521;
  return value;
}
