import { addDays, type Day } from '@app/calendar';
import { formatE18, formatMinor, parseE18 } from '@app/money';
import { type GroupDimension, type SeriesAnswer } from '@app/wire';
import { type DaySum, type DrawDown } from './draw-down.js';
import { groupSums } from './group-sums.js';
import { type AxisInterval, intervals } from './intervals.js';
import { paceThrough, requiredOn } from './pace-line.js';

/** What the burn-up shows, every default written out. */
export interface SeriesSpec {
  readonly interval: SeriesAnswer['interval'];
  readonly cumulative: boolean;
  readonly groupBy: readonly GroupDimension[];
  readonly from: Day;
  readonly to: Day;
}

/** Draws the burn-up of a draw-down: running totals count from the start of the term. */
export function seriesAnswer(drawDown: DrawDown, spec: SeriesSpec): SeriesAnswer {
  const { body, meta } = drawDown;
  const axis = intervals(spec.from, spec.to, spec.interval);
  const until = lastRecorded(drawDown);
  const figures = (days: readonly DaySum[]): (string | null)[] =>
    along(axis, days, spec.cumulative, until);
  return {
    commitmentId: body.commitmentId,
    currency: body.currency,
    interval: spec.interval,
    cumulative: spec.cumulative,
    groupBy: [...spec.groupBy],
    points: points(drawDown, spec, axis, figures(drawDown.days)),
    groups: groupSums(drawDown.details, spec.groupBy).map(({ key, days }) => ({
      key,
      counted: figures(days),
    })),
    meta,
  };
}

function points(
  { body }: DrawDown,
  { cumulative }: SeriesSpec,
  axis: readonly AxisInterval[],
  counted: readonly (string | null)[],
): SeriesAnswer['points'] {
  const periods = body.periods.map(({ start, end, requirement }) => ({
    start,
    end,
    requirementE18: parseE18(requirement),
  }));
  return axis.map(({ day, end }, i) => {
    const before = cumulative ? 0n : paceThrough(periods, day);
    return {
      day,
      end,
      counted: counted[i] ?? null,
      required: formatE18(requiredOn(periods, day)),
      pace: formatMinor(paceThrough(periods, end) - before, body.currency),
      forecast: null,
    };
  });
}

/** One figure an interval; null for intervals after all that is recorded. */
function along(
  axis: readonly AxisInterval[],
  days: readonly DaySum[],
  cumulative: boolean,
  until: Day,
): (string | null)[] {
  let at = 0;
  let sumE18 = 0n;
  const addUntil = (end: Day): void => {
    for (let next = days[at]; next !== undefined && next.day < end; next = days[++at]) {
      sumE18 += next.countedE18;
    }
  };
  return axis.map(({ day, end }) => {
    addUntil(day);
    if (!cumulative) sumE18 = 0n;
    addUntil(end);
    return day < until ? formatE18(sumE18) : null;
  });
}

/** Exclusive end of what is recorded: after the last day with usage, or the watermark. */
function lastRecorded({ days, meta }: DrawDown): Day {
  const last = days.at(-1);
  const ends = [last === undefined ? '' : addDays(last.day, 1), meta.watermark ?? ''];
  const end = ends.reduce((one, other) => (one > other ? one : other));
  return meta.through !== null && meta.through < end ? meta.through : end;
}
