import { z } from 'zod';
import { Meta } from './meta.js';
import { Count, Currency, Day, Identifier, Money, Ratio } from './scalars.js';
import { SpendClass } from './terms.schema.js';

export const PositionStatus = z
  .enum(['ON_TRACK', 'WATCH', 'AT_RISK', 'MISSED', 'MET'])
  .meta({ id: 'PositionStatus' });
export type PositionStatus = z.infer<typeof PositionStatus>;

export const PeriodState = z
  .enum(['PLANNED', 'OPEN', 'ENDED', 'SETTLED', 'CURE', 'SHORTFALL_ASSESSED', 'SHORTFALL_PAID'])
  .meta({ id: 'PeriodState' });
export type PeriodState = z.infer<typeof PeriodState>;

export const TermFigures = z
  .strictObject({
    start: Day,
    end: Day,
    minimum: Money,
    counted: Money,
    remaining: Money,
    gap: Money.describe('Due with the last period: term minimum less counted and shortfalls'),
    shortfall: Money.describe('Shortfall of the periods begun, plus the gap of the term'),
    attainment: Ratio,
  })
  .meta({ id: 'TermFigures' });
export type TermFigures = z.infer<typeof TermFigures>;

export const ClassFigures = z
  .strictObject({
    class: SpendClass,
    raw: Money,
    fraction: Ratio,
    cap: Money.nullable(),
    counted: Money,
    headroom: Money.nullable(),
  })
  .meta({ id: 'ClassFigures' });
export type ClassFigures = z.infer<typeof ClassFigures>;

export const NotCounted = z
  .strictObject({ class: SpendClass, amount: Money, reason: z.string() })
  .meta({ id: 'NotCounted' });
export type NotCounted = z.infer<typeof NotCounted>;

/** Every figure of one period; its words are those of the glossary. */
export const PeriodFigures = z
  .strictObject({
    index: Count.describe('From 1; 0 is a leading stub'),
    start: Day,
    end: Day,
    state: PeriodState,
    minimum: Money,
    requirement: Money,
    counted: Money,
    carryIn: Money,
    carryUsed: Money,
    deferredIn: Money,
    deferredOut: Money,
    movedIn: Money,
    gap: Money,
    shortfall: Money.describe('Payable if the period closed with what is counted now'),
    excess: Money,
    newLot: Money,
    forgone: Money,
    lapsed: Money,
    deferralLeft: Money,
    classes: z.array(ClassFigures),
    notCounted: z.array(NotCounted),
  })
  .meta({ id: 'PeriodFigures' });
export type PeriodFigures = z.infer<typeof PeriodFigures>;

/** Pace and required run rate at `through`, which never passes the watermark. */
export const Pace = z
  .strictObject({
    periodIndex: Count,
    through: Day,
    counted: Money,
    expected: Money,
    variance: Money,
    attainment: Ratio.nullable(),
    plannedPerDay: Money,
    requiredPerDay: Money,
    trailing28PerDay: Money,
    projected: Money.describe('What the period ends at on the run rate of the last 28 days'),
    projectedGap: Money,
    ratio: Ratio.nullable(),
    catchUpFactor: Ratio.nullable(),
    risk: z.enum(['LOW', 'MEDIUM', 'HIGH']),
    daysLeft: Count,
  })
  .meta({ id: 'Pace' });
export type Pace = z.infer<typeof Pace>;

export const ForecastFigures = z
  .strictObject({
    periodIndex: Count,
    p10: Money,
    p50: Money,
    p90: Money,
    pShortfall: Ratio,
    expectedShortfall: Money,
    method: z.string(),
    historyDays: Count,
    pointOfNoReturn: Day.nullable(),
  })
  .meta({ id: 'ForecastFigures' });

/** What is accepted but worth nothing yet; always shown. */
export const Suspense = z
  .strictObject({
    unpricedLines: Count,
    unpricedQuantity: z.array(
      z.strictObject({ skuId: z.string().nullable(), unit: z.string(), quantity: Money }),
    ),
    unclassified: Money,
    noFxRate: z.array(z.strictObject({ currency: Currency, amount: Money })),
    basisMissingLines: Count,
  })
  .meta({ id: 'Suspense' });
export type Suspense = z.infer<typeof Suspense>;

/** `GET /v1/commitments/{commitmentId}/position` */
export const PositionAnswer = z
  .strictObject({
    commitmentId: Identifier,
    contractId: Identifier,
    name: z.string(),
    currency: Currency,
    termsVersion: z.int().min(1),
    status: PositionStatus,
    term: TermFigures,
    periods: z.array(PeriodFigures),
    pace: Pace.nullable().describe('null while no period runs or no usage day is complete'),
    forecast: ForecastFigures.nullable().describe('null until there is history enough'),
    suspense: Suspense,
    meta: Meta,
  })
  .meta({ id: 'PositionAnswer' });
export type PositionAnswer = z.infer<typeof PositionAnswer>;
