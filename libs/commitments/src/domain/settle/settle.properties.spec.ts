import { E18 } from '@app/money';
import fc from 'fast-check';
import { type PeriodInput, type SettlementClauses } from './settle-period.js';
import { settle, termGap } from './settle.js';

/** All 10,000 in CI. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 2_000);
const SHORTFALL = { rate: '1', treatment: 'FORFEIT', countsTowardTerm: true } as const;
const FORFEIT: SettlementClauses = { shortfall: SHORTFALL };
const carry = (expiresAfterPeriods: number, capPctOfNextMinimum?: string): SettlementClauses => ({
  shortfall: SHORTFALL,
  carryForward: { fraction: '1', order: 'GAP_FILL', expiresAfterPeriods, capPctOfNextMinimum },
});

interface Year {
  readonly minimumE18: bigint;
  readonly countedE18: bigint;
}

const amount = fc.bigInt({ min: 0n, max: 10n ** 29n });
const term = fc.array(fc.record({ minimumE18: amount, countedE18: amount }), {
  minLength: 1,
  maxLength: 7,
});

function inputs(years: readonly Year[], clauses: SettlementClauses): PeriodInput[] {
  return years.map((year, place) => ({
    ...year,
    movedInE18: 0n,
    movesGap: false,
    clauses,
    nextMinimumE18: years[place + 1]?.minimumE18 ?? null,
  }));
}

function owed(years: readonly Year[], clauses: SettlementClauses): bigint {
  const figures = settle('PER_PERIOD', inputs(years, clauses));
  return figures.reduce((sum, { shortfallE18 }) => sum + shortfallE18, 0n);
}

describe('settlement', () => {
  it('owes the less, the more it lets excess help', () => {
    const property = fc.property(term, (years) => {
      const promised = years.reduce((sum, { minimumE18 }) => sum + minimumE18, 0n);
      const paid = years.map(({ countedE18 }) => ({ countedE18, shortfallE18: 0n }));
      const termOnly = termGap(promised, paid, true);
      const uncapped = owed(years, carry(99));
      const capped = owed(years, carry(1, '0.1'));
      const forfeit = owed(years, FORFEIT);
      expect(termOnly).toBeLessThanOrEqual(uncapped);
      expect(uncapped).toBeLessThanOrEqual(capped);
      expect(capped).toBeLessThanOrEqual(forfeit);
    });
    fc.assert(property, { numRuns });
  });

  it('leaves neither lot nor shortfall when every minimum is met exactly', () => {
    const property = fc.property(fc.array(amount, { minLength: 1, maxLength: 7 }), (minima) => {
      const years = minima.map((minimumE18) => ({ minimumE18, countedE18: minimumE18 }));
      for (const figures of settle('PER_PERIOD', inputs(years, carry(2)))) {
        expect(figures.newLotE18 | figures.excessE18 | figures.shortfallE18).toBe(0n);
      }
    });
    fc.assert(property, { numRuns });
  });

  it('scales all money with spend and terms', () => {
    const clauses: SettlementClauses = {
      ...carry(2, '0.25'),
      deferral: { maxPctOfBaseMinimum: '0.15', notInLastPeriod: true },
      overage: { rate: '0.05' },
    };
    // Whole units, so that no product of ratios is cut.
    const whole = term.map((years) =>
      years.map(({ minimumE18, countedE18 }) => ({
        minimumE18: (minimumE18 / E18) * E18,
        countedE18: (countedE18 / E18) * E18,
      })),
    );
    const property = fc.property(whole, fc.bigInt({ min: 1n, max: 1_000n }), (years, lambda) => {
      const once = settle('PER_PERIOD', inputs(years, clauses));
      const scaled = years.map(({ minimumE18, countedE18 }) => ({
        minimumE18: minimumE18 * lambda,
        countedE18: countedE18 * lambda,
      }));
      const times = settle('PER_PERIOD', inputs(scaled, clauses));
      const digits = (list: readonly object[], factor: bigint): string =>
        list.map((each) => Object.values(each).map((value) => (value as bigint) * factor)).join();
      expect(digits(times, 1n)).toBe(digits(once, lambda));
    });
    fc.assert(property, { numRuns });
  });

  it('says where every lot went', () => {
    const property = fc.property(term, (years) => {
      const figures = settle('PER_PERIOD', inputs(years, carry(2, '0.5')));
      const sum = (name: 'newLotE18' | 'carryUsedE18' | 'lapsedE18'): bigint =>
        figures.reduce((total, each) => total + each[name], 0n);
      // Lots of the last two periods may outlive the term; none can be made in the last.
      expect(sum('carryUsedE18') + sum('lapsedE18')).toBeLessThanOrEqual(sum('newLotE18'));
      for (const each of figures) expect(each.carryUsedE18).toBeLessThanOrEqual(each.carryInE18);
    });
    fc.assert(property, { numRuns });
  });
});
