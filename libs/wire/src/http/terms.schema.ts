import { z } from 'zod';
import { Currency, Day, Identifier, Money, Ratio } from './scalars.js';
import { ApplicabilityRule } from './scope.schema.js';

const dated = { effectiveFrom: Day.optional(), effectiveTo: Day.optional() };

export const SpendClass = z
  .enum([
    'SHORTFALL_FEE',
    'BALANCE_SPEND',
    'BALANCE_CREDIT',
    'TAX',
    'CREDIT',
    'SUPPORT',
    'BEDROCK_3P',
    'MARKETPLACE',
    'REFUND',
    'DISCOUNT',
    'UPFRONT_PURCHASE',
    'ADJUSTMENT',
    'USAGE',
    'UNCLASSIFIED',
  ])
  .meta({ id: 'SpendClass' });
export type SpendClass = z.infer<typeof SpendClass>;

const Cap = z.union([
  z.strictObject({ of: z.enum(['ANNUAL_MINIMUM', 'COUNTED']), pct: Ratio }),
  z.strictObject({ of: z.literal('FIXED'), amount: Money }),
]);

const ClassTerm = z
  .strictObject({
    ...dated,
    class: z.string().min(1).max(64),
    fraction: Ratio,
    dateTested: z.enum(['USAGE', 'INVOICE']).optional(),
    where: z.array(ApplicabilityRule).max(100).optional(),
    cap: Cap.optional(),
  })
  .meta({ id: 'ClassTerm' });

const Rule = z
  .strictObject({
    ruleId: Identifier,
    class: z.string().min(1).max(64),
    where: z.array(ApplicabilityRule).max(100),
  })
  .meta({ id: 'ClassRule' });

const ScheduleEntry = z.strictObject({ start: Day, end: Day, minimum: Money });

/** Clauses that say when and how much is owed. */
const scheduleClauses = {
  anchorDate: Day.optional(),
  every: z.enum(['YEAR', 'HALF_YEAR', 'QUARTER', 'MONTH', 'FULL']).optional(),
  periods: z.int().min(1).max(1200).optional(),
  minimum: z.union([Money, z.array(Money).min(1).max(1200)]).optional(),
  schedule: z.array(ScheduleEntry).min(1).max(1200).optional(),
  stub: z.enum(['NONE', 'PRORATE_ACTUAL']).optional(),
  kind: z.enum(['PER_PERIOD', 'CUMULATIVE']).optional(),
  termMinimum: Money.optional(),
  midPeriodAmendment: z.enum(['REPLACE', 'PRORATE_DAILY']).optional(),
};

/** Clauses that say what counts, at which amount and day. */
const countingClauses = {
  basis: z.enum(['BILLED', 'CONTRACTED', 'LIST', 'EFFECTIVE']).optional(),
  recognition: z
    .enum(['CHARGE_PERIOD_START', 'CHARGE_PERIOD_PRORATED', 'BILLING_PERIOD', 'INVOICE_DATE'])
    .optional(),
  evidence: z.enum(['AS_REPORTED', 'BILLED_WINS']).optional(),
  priceBooks: z.array(Identifier).max(100).optional(),
  ruleSetVersion: z.int().min(1).optional(),
  rules: z.array(Rule).max(1000).optional(),
  creditsReduce: z.boolean().optional(),
  supportCounts: z.boolean().optional(),
  classes: z.array(ClassTerm).max(1000).optional(),
  fx: z
    .strictObject({
      rule: z.enum(['BILLING_MONTH', 'EVENT', 'CONTRACT_FIXED']).optional(),
      table: Identifier.optional(),
      fixed: z.record(Currency, z.string().max(40)).optional(),
    })
    .optional(),
};

/** Clauses that settle a period. */
const settlementClauses = {
  carryForward: z
    .strictObject({
      fraction: Ratio.optional(),
      capPctOfNextMinimum: Ratio.optional(),
      expiresAfterPeriods: z.int().min(1).max(1200).optional(),
      order: z.enum(['GAP_FILL', 'FIRST_IN']).optional(),
    })
    .optional(),
  deferral: z
    .strictObject({ maxPctOfBaseMinimum: Ratio, notInLastPeriod: z.boolean().optional() })
    .optional(),
  shortfall: z
    .strictObject({
      rate: Ratio.optional(),
      treatment: z.enum(['FORFEIT', 'CREDIT']).optional(),
      creditWindow: z
        .strictObject({
          startsAfterMonths: z.int().min(0).max(1200),
          months: z.int().min(1).max(1200),
        })
        .optional(),
      countsTowardTerm: z.boolean().optional(),
    })
    .optional(),
  lateData: z
    .strictObject({
      settleAfterDays: z.int().min(0).max(3650).optional(),
      cureDays: z.int().min(0).max(3650).optional(),
      afterSettle: z.enum(['RESTATE', 'NEXT_OPEN_PERIOD']).optional(),
    })
    .optional(),
  overage: z.strictObject({ rate: Ratio }).optional(),
};

/** Every clause of a commitment's terms; what is left out takes the documented default. */
export const Terms = z
  .strictObject({ ...scheduleClauses, ...countingClauses, ...settlementClauses })
  .meta({ id: 'Terms' });
export type Terms = z.infer<typeof Terms>;
