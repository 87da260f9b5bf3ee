import { dayNumber } from '@app/calendar';
import { max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';

import { toCoordinate } from '../format/figure.js';
import { type Frame } from './frame.js';
import { type Row } from './rows.js';
import { ticksOf } from './ticks.js';

/** The run rate carried on from the last complete day to the end of the period. */
export interface Projection {
  /** What the period alone ends at, decimal string of the API. */
  readonly amount: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly fromE18: bigint;
  readonly toE18: bigint;
}

export interface ChartInput {
  readonly rows: readonly Row[];
  readonly start: string;
  readonly end: string;
  /** First days of the contract's periods, where the minimum steps; `[]` where they are not known. */
  readonly periodStarts: readonly string[];
  readonly projection: Projection | undefined;
}

/** Everything that is drawn, in pixels. */
export interface Geometry {
  readonly x: (at: number) => number;
  readonly y: (valueE18: bigint) => number;
  readonly dayAt: (pixel: number) => number;
  readonly countedLine: string;
  readonly countedArea: string;
  readonly minimumLine: string;
  readonly paceLine: string;
  readonly projectionLine: string;
  /** Values in whole currency units. */
  readonly yTicks: readonly { readonly value: number; readonly y: number }[];
  readonly xTicks: readonly { readonly label: string; readonly x: number }[];
}

const HEADROOM = 1.04;

export function geometryOf(input: ChartInput, frame: Frame): Geometry {
  const { start, end, projection } = input;
  const x = scaleLinear()
    .domain([dayNumber(start), dayNumber(end)])
    .range([frame.left, frame.width - frame.right]);
  const [low, high] = extentOf(input);
  const y = scaleLinear()
    .domain([low, low + (high - low || 1) * HEADROOM])
    .range([frame.height - frame.bottom, frame.top]);
  const yOf = (valueE18: bigint): number => y(toCoordinate(valueE18));
  const counted = pointsOf(input, (row) => row.countedE18);
  const pace = pointsOf(input, (row) => row.paceE18);
  const path = line<Point>(
    (point) => round(x(point.at)),
    (point) => round(yOf(point.valueE18)),
  );
  return {
    x,
    y: yOf,
    dayAt: (pixel) => x.invert(pixel),
    countedLine: path(counted) ?? '',
    countedArea:
      area<Point>(
        (point) => round(x(point.at)),
        y.range()[0] ?? 0,
        (point) => round(yOf(point.valueE18)),
      )(counted) ?? '',
    minimumLine: path.curve(curveStepAfter)(stepsOf(input)) ?? '',
    paceLine:
      line<Point>(
        (point) => round(x(point.at)),
        (point) => round(yOf(point.valueE18)),
      )(pace) ?? '',
    projectionLine: projection === undefined ? '' : segment(projection, x, yOf),
    yTicks: y.ticks(5).map((value) => ({ value, y: round(y(value)) })),
    xTicks: ticksOf(start, end, frame).map(({ day, label }) => ({
      label,
      x: round(x(dayNumber(day))),
    })),
  };
}

interface Point {
  readonly at: number;
  readonly valueE18: bigint;
}

/** The running totals inside the bounds, with the one they start from. */
function pointsOf({ rows, start, end }: ChartInput, valueOf: (row: Row) => bigint | null): Point[] {
  const [first, last] = [dayNumber(start), dayNumber(end)];
  const origin = (rows[0]?.startsAt ?? first) >= first ? [{ at: first, valueE18: 0n }] : [];
  const points = rows.flatMap((row) => {
    const valueE18 = valueOf(row);
    return valueE18 === null || row.at < first || row.at > last ? [] : [{ at: row.at, valueE18 }];
  });
  return points.length === 0 ? [] : [...origin, ...points];
}

/** The stepped minimum: a corner on the day where a period begins, also inside of an interval. */
function stepsOf({ rows, start, end, periodStarts }: ChartInput): Point[] {
  const inside = rows.filter((row) => row.at > dayNumber(start));
  const corners = inside.filter(
    (row, index) => index === 0 || row.requiredE18 !== inside[index - 1]?.requiredE18,
  );
  const begins = periodStarts.map(dayNumber);
  const points = corners.map(({ startsAt, at, requiredE18 }) => ({
    at: Math.max(dayNumber(start), begins.findLast((begin) => begin < at) ?? startsAt),
    valueE18: requiredE18,
  }));
  const last = points.at(-1);
  return last === undefined ? [] : [...points, { ...last, at: dayNumber(end) }];
}

function extentOf({ rows, start, projection }: ChartInput): [number, number] {
  const inside = rows.filter((row) => row.at >= dayNumber(start));
  const values = inside.flatMap((row) => [row.requiredE18, row.paceE18, row.countedE18 ?? 0n]);
  const highest = max([...values, projection?.toE18 ?? 0n].map(toCoordinate)) ?? 0;
  const before = rows.find((row) => row.startsAt < dayNumber(start));
  const floors = before === undefined ? [0n] : [before.countedE18 ?? 0n, before.paceE18];
  return [min(floors.map(toCoordinate)) ?? 0, highest];
}

function segment(
  { fromDay, toDay, fromE18, toE18 }: Projection,
  x: (at: number) => number,
  y: (valueE18: bigint) => number,
): string {
  const at = (day: string, valueE18: bigint): string =>
    `${round(x(dayNumber(day)))},${round(y(valueE18))}`;
  return `M${at(fromDay, fromE18)}L${at(toDay, toE18)}`;
}

function round(pixel: number): number {
  return Math.round(pixel * 100) / 100;
}
