import fc from 'fast-check';
import { type TermsInput } from '../domain/index.js';

const ratio = fc.constantFrom('0', '0.1', '0.25', '0.3333', '0.5', '1');
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const classTerm = fc.record({
  class: fc.constantFrom('MARKETPLACE', 'BEDROCK_3P', 'SUPPORT', 'CREDIT', 'USAGE'),
  fraction: ratio,
  effectiveFrom: fc.constantFrom(undefined, '2027-04-01'),
  effectiveTo: fc.constantFrom(undefined, '2028-05-01'),
  cap: fc.constantFrom(
    undefined,
    { of: 'ANNUAL_MINIMUM' as const, pct: '0.25' },
    { of: 'COUNTED' as const, pct: '0.3333' },
    { of: 'FIXED' as const, amount: '777.77' },
  ),
});

/** Terms that mix the clauses of counting and settling; two years of 5,000 each, more or less. */
export const termsOf: fc.Arbitrary<TermsInput> = fc.record({
  minimum: fc.constantFrom('0', '5000', '1234.567890123456789'),
  termMinimum: optional(fc.constantFrom('0', '20000')),
  every: fc.constantFrom('YEAR' as const, 'QUARTER' as const, 'FULL' as const),
  recognition: fc.constantFrom('CHARGE_PERIOD_START' as const, 'CHARGE_PERIOD_PRORATED' as const),
  creditsReduce: fc.boolean(),
  supportCounts: fc.boolean(),
  classes: fc.array(classTerm, { maxLength: 3 }),
  carryForward: optional(
    fc.record({
      fraction: ratio,
      capPctOfNextMinimum: optional(ratio),
      expiresAfterPeriods: fc.integer({ min: 1, max: 3 }),
      order: fc.constantFrom('GAP_FILL' as const, 'FIRST_IN' as const),
    }),
  ),
  deferral: optional(fc.record({ maxPctOfBaseMinimum: ratio })),
  shortfall: fc.record({ rate: ratio, countsTowardTerm: fc.boolean() }),
  fx: fc.constant({ rule: 'CONTRACT_FIXED' as const, fixed: { EUR: '1.0987654321' } }),
});
