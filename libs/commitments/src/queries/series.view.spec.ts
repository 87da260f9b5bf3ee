import { parseE18 } from '@app/money';
import { drawDownOf, periodOf } from '../testing/draw-down.js';
import { type DrawDownDay } from './draw-down.js';
import { seriesAnswer, type SeriesSpec } from './series.view.js';

const entry = (workload: string | undefined, counted: string): DrawDownDay['entries'][number] => ({
  attrs: {
    source: 's',
    chargeCategory: 'Usage',
    invoiced: false,
    mask: 2,
    ...(workload === undefined ? {} : { workload }),
  },
  class: 'USAGE',
  rule: 'builtin@1/usage',
  amountE18: parseE18(counted),
  countedE18: parseE18(counted),
});
const on = (day: string, ...entries: DrawDownDay['entries'][number][]): DrawDownDay => ({
  day,
  position: '0:1',
  entries,
});

// Two periods of four days; 8 and 12 are required.
const periods = [
  periodOf(1, '2027-01-01', '2027-01-05', '8'),
  periodOf(2, '2027-01-05', '2027-01-09', '12'),
];
const details = [
  on('2027-01-01', entry('training', '1.5'), entry('inference', '0.5')),
  on('2027-01-03', entry('training', '3'), entry(undefined, '-1')),
  on('2027-01-05', entry('inference', '4')),
];
const spec: SeriesSpec = {
  interval: 'P1D',
  cumulative: true,
  groupBy: [],
  from: '2027-01-01',
  to: '2027-01-09',
};

describe('burn-up', () => {
  it('runs the total, steps the minimum at each period and draws the straight line', () => {
    const { points } = seriesAnswer(drawDownOf(periods, details), spec);
    expect(
      points.map(({ day, counted, required, pace }) => [day, counted, required, pace]),
    ).toEqual([
      ['2027-01-01', '2', '8', '2.00'],
      ['2027-01-02', '2', '8', '4.00'],
      ['2027-01-03', '4', '8', '6.00'],
      ['2027-01-04', '4', '8', '8.00'],
      ['2027-01-05', '8', '20', '11.00'],
      ['2027-01-06', null, '20', '14.00'],
      ['2027-01-07', null, '20', '17.00'],
      ['2027-01-08', null, '20', '20.00'],
    ]);
  });

  it('goes on to the watermark where nothing was spent', () => {
    const drawDown = drawDownOf(periods, details, { watermark: '2027-01-07' });
    expect(seriesAnswer(drawDown, spec).points.map(({ counted }) => counted)).toEqual([
      '2',
      '2',
      '4',
      '4',
      '8',
      '8',
      null,
      null,
    ]);
  });

  it('ends at the day asked for', () => {
    const drawDown = drawDownOf(periods, details.slice(0, 2), {
      through: '2027-01-04',
      watermark: '2027-01-07',
    });
    expect(
      seriesAnswer(drawDown, spec)
        .points.map(({ counted }) => counted)
        .slice(2, 4),
    ).toEqual(['4', null]);
  });

  it('counts from the start of the term even when the axis starts later', () => {
    const { points } = seriesAnswer(drawDownOf(periods, details), { ...spec, from: '2027-01-05' });
    expect(points[0]).toMatchObject({ counted: '8', required: '20', pace: '11.00' });
  });

  it('adds up intervals when not cumulative, the last one cut by the axis', () => {
    const { points } = seriesAnswer(drawDownOf(periods, details), {
      ...spec,
      interval: 'P7D',
      cumulative: false,
    });
    expect(points.map(({ day, end, counted, pace }) => [day, end, counted, pace])).toEqual([
      ['2027-01-01', '2027-01-08', '8', '17.00'],
      ['2027-01-08', '2027-01-09', null, '3.00'],
    ]);
  });

  it('groups: largest first, an absent dimension is null, the groups add up to the whole', () => {
    const { groups } = seriesAnswer(drawDownOf(periods, details), {
      ...spec,
      groupBy: ['workload'],
      to: '2027-01-06',
    });
    expect(groups).toEqual([
      { key: { workload: 'inference' }, counted: ['0.5', '0.5', '0.5', '0.5', '4.5'] },
      { key: { workload: 'training' }, counted: ['1.5', '1.5', '4.5', '4.5', '4.5'] },
      { key: { workload: null }, counted: ['0', '0', '-1', '-1', '-1'] },
    ]);
  });

  it('cuts months at the calendar', () => {
    const term = [periodOf(1, '2027-01-15', '2027-03-15', '59')];
    const { points } = seriesAnswer(drawDownOf(term, []), {
      ...spec,
      interval: 'P1M',
      from: '2027-01-15',
      to: '2027-03-15',
    });
    expect(points.map(({ day, pace }) => [day, pace])).toEqual([
      ['2027-01-15', '17.00'],
      ['2027-02-01', '45.00'],
      ['2027-03-01', '59.00'],
    ]);
  });
});
