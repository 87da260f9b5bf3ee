import { formatE18, parseE18 } from '@app/money';

import { type Period, type Position } from '../api/answers.js';

/** What the period in hand is expected to end at, and by which method. */
export interface Outlook {
  readonly method: 'forecast' | 'run-rate';
  /** Decimal string of the API: the median of the forecast, else the 28-day run rate carried on. */
  readonly expected: string;
  /** Expected less requirement, carried-forward spend added; negative is a shortfall. */
  readonly surplus: string;
}

/** The period that people talk about: the one that runs, else the last ended, else the first to come. */
export function periodInHand(position: Position): Period | undefined {
  const { periods, pace } = position;
  return (
    periods.find((period) => period.index === pace?.periodIndex) ??
    periods.find((period) => period.state === 'OPEN') ??
    periods.findLast((period) => period.state !== 'PLANNED') ??
    periods[0]
  );
}

/** Undefined while nothing can be expected: no complete usage day yet, or no period runs. */
export function outlookOf(position: Position): Outlook | undefined {
  const { pace, forecast } = position;
  const period = periodInHand(position);
  if (pace === null || period === undefined) return undefined;
  const [method, expected] =
    forecast?.periodIndex === pace.periodIndex
      ? (['forecast', forecast.p50] as const)
      : (['run-rate', pace.projected] as const);
  const target = parseE18(period.requirement) - parseE18(period.carryUsed);
  return { method, expected, surplus: formatE18(parseE18(expected) - target) };
}
