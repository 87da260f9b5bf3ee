import { formatDay } from '@app/calendar';
import { divideHalfEven, formatRatio, formatScaled } from '@app/money';
import { type Pace, type Risk, type Status } from '../attainment/pace.js';

/** What pace is reckoned from; amounts in 10^-18, day numbers. */
export interface PaceInput {
  readonly periodIndex: number;
  readonly start: number;
  readonly end: number;
  /** The watermark: exclusive end of the last complete day looked at. */
  readonly at: number;
  readonly requirementE18: bigint;
  /** Counted through `at`. */
  readonly countedE18: bigint;
  readonly usableLotsE18: bigint;
  /** Counted in the last days before `at`, without up-front purchases, and how many days these are. */
  readonly trailingE18: bigint;
  readonly trailingDays: number;
  /** The period is closed and a shortfall is due. */
  readonly missed: boolean;
}

/** Pace and required run rate of one period (commitments.md section 6). */
export function paceOf(input: PaceInput): Pace {
  const { start, end, requirementE18, countedE18, usableLotsE18 } = input;
  const at = Math.min(Math.max(input.at, start), end);
  const [elapsed, length] = [BigInt(at - start), BigInt(end - start)];
  const left = length - elapsed;
  const expected = divideHalfEven(requirementE18 * elapsed, length);
  const needed = positive(requirementE18 - countedE18 - usableLotsE18);
  const days = BigInt(Math.max(1, input.trailingDays));
  const { trailingE18 } = input;
  const projected = countedE18 + divideHalfEven(trailingE18 * left, days);
  // trailing ÷ required as one exact fraction.
  const ratio = { numerator: trailingE18 * left, denominator: needed * days };
  const risk = needed === 0n || left === 0n ? null : riskOf(ratio.numerator, ratio.denominator);
  return {
    periodIndex: input.periodIndex,
    through: formatDay(at),
    daysElapsed: at - start,
    daysLeft: end - at,
    countedE18,
    expectedE18: expected,
    varianceE18: countedE18 - expected,
    plannedPerDayE18: divideHalfEven(requirementE18, length),
    requiredPerDayE18: left === 0n ? null : divideHalfEven(needed, left),
    trailing28PerDayE18: divideHalfEven(trailingE18, days),
    projectedE18: projected,
    projectedGapE18: positive(requirementE18 - usableLotsE18 - projected),
    attainment: quotient(countedE18 * length, requirementE18 * elapsed),
    ratio: left === 0n ? null : quotient(ratio.numerator, ratio.denominator),
    catchUpFactor: left === 0n ? null : enough(ratio.denominator, ratio.numerator),
    risk,
    status: statusOf(input, needed, risk),
  };
}

function statusOf({ missed }: PaceInput, needed: bigint, risk: Risk | null): Status {
  if (missed) return 'MISSED';
  if (needed === 0n) return 'MET';
  switch (risk) {
    case 'LOW':
      return 'ON_TRACK';
    case 'MEDIUM':
      return 'WATCH';
    case 'HIGH':
    case null:
      return 'AT_RISK';
  }
}

/** Above 1.1 low, below 0.9 high, compared as exact fractions. */
function riskOf(numerator: bigint, denominator: bigint): Risk {
  if (numerator * 10n > denominator * 11n) return 'LOW';
  return numerator * 10n < denominator * 9n ? 'HIGH' : 'MEDIUM';
}

function quotient(numerator: bigint, denominator: bigint): string | null {
  return denominator === 0n ? null : formatRatio(numerator, denominator);
}

/** Rounded up: growing by a factor that was cut down would still miss the minimum. */
function enough(numerator: bigint, denominator: bigint): string | null {
  if (denominator <= 0n) return null;
  return formatScaled((numerator * 10_000n + denominator - 1n) / denominator, 4);
}

function positive(value: bigint): bigint {
  return value > 0n ? value : 0n;
}
