import { parseE18 } from '@app/money';

import { examplePoints } from '../testing/series.fixture.js';
import { type ChartInput, geometryOf } from './geometry.js';
import { rowsOf } from './rows.js';

// 1000 x 400 pixels of plot; the highest value stands at 400 / 1.04.
const frame = { width: 1100, height: 450, left: 60, right: 40, top: 20, bottom: 30 };

function input(changes: Partial<ChartInput> = {}): ChartInput {
  return {
    rows: rowsOf(examplePoints('2027-01-01', 10, 5)),
    start: '2027-01-01',
    end: '2027-01-11',
    periodStarts: ['2027-01-01', '2027-01-08'],
    projection: undefined,
    ...changes,
  };
}

/** Height above the axis of 0, for a plot whose highest value is 200. */
const yOf = (value: number): number => Math.round((420 - (400 * value) / 208) * 100) / 100;

describe('geometryOf', () => {
  it('draws the counted line from the origin to the last recorded day', () => {
    expect(geometryOf(input(), frame).countedLine).toBe(
      `M60,420L160,${yOf(10)}L260,${yOf(20)}L360,${yOf(30)}L460,${yOf(40)}L560,${yOf(50)}`,
    );
  });

  it('steps the minimum on the day where a period begins', () => {
    expect(geometryOf(input(), frame).minimumLine).toBe(
      `M60,${yOf(100)}L760,${yOf(100)}L760,${yOf(200)}L1060,${yOf(200)}L1060,${yOf(200)}`,
    );
  });

  it('steps inside of an interval that a boundary cuts', () => {
    const points = [
      { day: '2027-01-01', end: '2027-01-06', counted: '50', required: '100', pace: '60' },
      { day: '2027-01-06', end: '2027-01-11', counted: null, required: '200', pace: '120' },
    ].map((point) => ({ ...point, forecast: null }));

    expect(geometryOf(input({ rows: rowsOf(points) }), frame).minimumLine).toBe(
      `M60,${yOf(100)}L760,${yOf(100)}L760,${yOf(200)}L1060,${yOf(200)}L1060,${yOf(200)}`,
    );
  });

  it('carries the run rate on to the end of the period', () => {
    const projection = {
      amount: '90',
      fromDay: '2027-01-06',
      toDay: '2027-01-11',
      fromE18: parseE18('50'),
      toE18: parseE18('90'),
    };

    expect(geometryOf(input({ projection }), frame).projectionLine).toBe(
      `M560,${yOf(50)}L1060,${yOf(90)}`,
    );
  });

  it('starts a later year at the totals of the day before', () => {
    const { countedLine } = geometryOf(input({ start: '2027-01-03' }), frame);

    expect(countedLine.startsWith('M60,')).toBe(true);
    expect(countedLine.match(/[ML]/g)).toHaveLength(4);
  });

  it('finds the day under a pixel', () => {
    const { x, dayAt } = geometryOf(input(), frame);

    expect(dayAt(x(20820))).toBeCloseTo(20820);
  });

  it('draws nothing where there is nothing', () => {
    const empty = geometryOf(input({ rows: [] }), frame);

    expect([empty.countedLine, empty.paceLine, empty.minimumLine]).toEqual(['', '', '']);
  });
});
