import { type Day } from '@app/calendar';
import { formatE18, formatMinor } from '@app/money';
import { type PositionAnswer } from '@app/wire';
import {
  type Attainment,
  type ClassFigures,
  type NotCounted,
  type Pace,
  type PeriodFigures,
  type Suspense,
} from '../domain/index.js';

/** The answer of `GET …/position` without its `meta`: what the read model stores. */
export type PositionBody = Omit<PositionAnswer, 'meta'>;

/** Writes an attainment as api.md's position: amounts canonical, pace in minor units, ratios 4 decimals. */
export function positionBody(attainment: Attainment, name: string): PositionBody {
  const { commitmentId, contractId, currency, termsVersion, status, pace } = attainment;
  return {
    commitmentId,
    contractId,
    name,
    currency,
    termsVersion,
    status,
    term: termView(attainment.term),
    periods: attainment.periods.map(periodView),
    pace: pace && paceView(pace, currency),
    forecast: null,
    suspense: suspenseView(attainment.suspense),
  };
}

function termView(term: Attainment['term']): PositionBody['term'] {
  return {
    start: term.start,
    end: term.end,
    minimum: formatE18(term.minimumE18),
    counted: formatE18(term.countedE18),
    remaining: formatE18(term.remainingE18),
    gap: formatE18(term.gapE18),
    shortfall: formatE18(term.shortfallE18),
    // Where nothing is required, all of it is attained.
    attainment: term.attainment ?? '1.0000',
  };
}

function periodView(period: PeriodFigures): PositionBody['periods'][number] {
  return {
    index: period.index,
    start: period.start,
    end: period.end,
    state: period.state,
    minimum: formatE18(period.minimumE18),
    requirement: formatE18(period.requirementE18),
    counted: formatE18(period.countedE18),
    carryIn: formatE18(period.carryInE18),
    carryUsed: formatE18(period.carryUsedE18),
    deferredIn: formatE18(period.deferredInE18),
    deferredOut: formatE18(period.deferredOutE18),
    movedIn: formatE18(period.movedInE18),
    gap: formatE18(period.gapE18),
    shortfall: formatE18(period.shortfallE18),
    excess: formatE18(period.excessE18),
    newLot: formatE18(period.newLotE18),
    forgone: formatE18(period.forgoneE18),
    lapsed: formatE18(period.lapsedE18),
    deferralLeft: formatE18(period.deferralLeftE18),
    classes: period.classes.map(classView),
    notCounted: period.notCounted.map(notCountedView),
  };
}

function classView(figures: ClassFigures): PositionBody['periods'][number]['classes'][number] {
  return {
    class: figures.class,
    raw: formatE18(figures.rawE18),
    fraction: figures.fraction,
    cap: orNull(figures.capE18),
    counted: formatE18(figures.countedE18),
    headroom: orNull(figures.headroomE18),
  };
}

function notCountedView(one: NotCounted): PositionBody['periods'][number]['notCounted'][number] {
  return { class: one.class, amount: formatE18(one.amountE18), reason: one.reason };
}

/** Null when no day of the period is left: then no period runs at the watermark. */
function paceView(pace: Pace, currency: string): PositionBody['pace'] {
  if (pace.requiredPerDayE18 === null) return null;
  const minor = (amountE18: bigint): string => formatMinor(amountE18, currency);
  return {
    periodIndex: pace.periodIndex,
    through: pace.through,
    counted: formatE18(pace.countedE18),
    expected: minor(pace.expectedE18),
    variance: minor(pace.varianceE18),
    attainment: pace.attainment,
    plannedPerDay: minor(pace.plannedPerDayE18),
    requiredPerDay: minor(pace.requiredPerDayE18),
    trailing28PerDay: minor(pace.trailing28PerDayE18),
    projected: minor(pace.projectedE18),
    projectedGap: minor(pace.projectedGapE18),
    ratio: pace.ratio,
    catchUpFactor: pace.catchUpFactor,
    risk: pace.risk ?? 'LOW',
    daysLeft: pace.daysLeft,
  };
}

function suspenseView(suspense: Suspense): PositionBody['suspense'] {
  return {
    unpricedLines: Number(suspense.unpricedLines),
    unpricedQuantity: suspense.unpricedQuantity.map(({ skuId, unit, quantityE18 }) => ({
      skuId: skuId === '' ? null : skuId,
      unit,
      quantity: formatE18(quantityE18),
    })),
    unclassified: formatE18(suspense.unclassifiedE18),
    noFxRate: suspense.noFxRate.map(({ currency, amountE18 }) => ({
      currency,
      amount: formatE18(amountE18),
    })),
    basisMissingLines: Number(suspense.basisMissingLines),
  };
}

function orNull(amountE18: bigint | null): string | null {
  return amountE18 === null ? null : formatE18(amountE18);
}

/** The period that holds a day; undefined outside the term. */
export function periodOn<P extends { readonly start: Day; readonly end: Day }>(
  periods: readonly P[],
  day: Day,
): P | undefined {
  return periods.find(({ start, end }) => start <= day && day < end);
}
