import { parseE18 } from '@app/money';

import { examplePoints } from '../testing/series.fixture.js';
import { latestIndex, rowsOf } from './rows.js';

const rows = rowsOf(examplePoints('2027-01-01', 10, 5));

describe('rowsOf', () => {
  it('places the totals at the end of their day and tells the distance to the pace', () => {
    expect(rows[1]).toMatchObject({
      startsAt: 20820,
      at: 20821,
      countedE18: parseE18('20'),
      paceE18: parseE18('24'),
      variance: '-4',
    });
  });

  it('knows no distance to the pace where nothing is recorded', () => {
    expect(rows[5]).toMatchObject({ countedE18: null, variance: null });
  });

  it('keeps all digits of a variance', () => {
    const [point] = examplePoints('2027-01-01', 1, 1);
    const exact = { counted: '0.3', pace: '0.100000000000000001' };
    const [row] = rowsOf(point === undefined ? [] : [{ ...point, ...exact }]);

    expect(row?.variance).toBe('0.199999999999999999');
  });
});

describe('latestIndex', () => {
  it('is the newest day that is complete', () => {
    expect(latestIndex(rows, '2027-01-04')).toBe(2);
  });

  it('is the newest recorded day where the watermark is later or unknown', () => {
    expect(latestIndex(rows, '2027-02-01')).toBe(4);
    expect(latestIndex(rows, null)).toBe(4);
  });

  it('is the newest recorded day where no day of the range is complete', () => {
    expect(latestIndex(rows, '2026-12-01')).toBe(4);
  });

  it('is the first day where nothing is recorded', () => {
    expect(latestIndex(rowsOf(examplePoints('2027-01-01', 3, 0)), null)).toBe(0);
  });
});
