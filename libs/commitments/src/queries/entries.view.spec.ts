import { parseE18 } from '@app/money';
import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { drawDownOf, periodOf } from '../testing/draw-down.js';
import { type DrawDownDay } from './draw-down.js';
import { isAfter, keyedEntries } from './entries.view.js';

const attrs = (more: Partial<SeriesAttributes>): SeriesAttributes => ({
  source: 's',
  chargeCategory: 'Usage',
  invoiced: false,
  mask: 2,
  ...more,
});
const entry = (
  more: Partial<SeriesAttributes>,
  amount: string,
  counted = amount,
): DrawDownDay['entries'][number] => ({
  attrs: attrs(more),
  class: counted === '0' ? 'TAX' : 'USAGE',
  rule: 'builtin@1/usage',
  amountE18: parseE18(amount),
  countedE18: parseE18(counted),
});

const periods = [
  periodOf(1, '2027-01-01', '2027-01-02', '10'),
  periodOf(2, '2027-01-02', '2027-01-04', '10'),
];
const drawDown = drawDownOf(periods, [
  { day: '2027-01-01', position: '0:1', entries: [entry({ skuId: 'a' }, '2')] },
  {
    day: '2027-01-02',
    position: '0:2',
    entries: [
      entry({ skuId: 'a', skuMeter: 'in' }, '1'),
      entry({ skuId: 'a', skuMeter: 'out' }, '3'),
      entry({ skuId: 'b' }, '-0.5'),
      entry({}, '7', '0'),
    ],
  },
  { day: '2027-01-03', position: '0:3', entries: [entry({ skuId: 'a' }, '5')] },
]);

describe('draw-down ledger', () => {
  it('keeps a balance per period, entry by entry', () => {
    const rows = keyedEntries(drawDown).map(({ entry: row }) => [
      row.day,
      row.periodIndex,
      row.group.skuId,
      row.amount,
      row.counted,
      row.balance,
    ]);
    expect(rows).toEqual([
      ['2027-01-01', 1, 'a', '2', '2', '2'],
      ['2027-01-02', 2, 'a', '4', '4', '4'],
      ['2027-01-02', 2, 'b', '-0.5', '-0.5', '3.5'],
      ['2027-01-02', 2, undefined, '7', '0', '3.5'],
      ['2027-01-03', 2, 'a', '5', '5', '8.5'],
    ]);
  });

  it('starts with what the days before have counted', () => {
    const part = { ...drawDown, details: drawDown.details.slice(2) };
    expect(keyedEntries(part)).toMatchObject([
      { key: '2027-01-03.0', entry: { balance: '8.5', position: '0:3' } },
    ]);
  });

  it('goes on after a key', () => {
    const keys = keyedEntries(drawDown).map(({ key }) => key);
    expect(keys.filter((key) => isAfter(key, '2027-01-02.1'))).toEqual([
      '2027-01-02.2',
      '2027-01-03.0',
    ]);
    expect(isAfter('2027-01-02.10', '2027-01-02.9')).toBe(true);
  });
});
