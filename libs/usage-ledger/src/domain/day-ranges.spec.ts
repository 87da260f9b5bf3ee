import { dayRanges } from './day-ranges.js';

describe('days that a segment touches', () => {
  it('are joined where they meet or overlap', () => {
    // 20000 days after 1970-01-01 is 2024-10-04.
    const periods = [
      { startDay: 20_003, endDay: 20_004 },
      { startDay: 20_000, endDay: 20_001 },
      { startDay: 20_001, endDay: 20_002 },
      { startDay: 20_000, endDay: 20_001 },
    ];
    expect(dayRanges(periods)).toBe('{[2024-10-04,2024-10-06),[2024-10-07,2024-10-08)}');
  });

  it('are none without a line', () => {
    expect(dayRanges([])).toBe('{}');
  });

  it('end where the longest of equal starts ends', () => {
    const periods = [
      { startDay: 20_000, endDay: 20_005 },
      { startDay: 20_000, endDay: 20_001 },
      { startDay: 20_002, endDay: 20_003 },
    ];
    expect(dayRanges(periods)).toBe('{[2024-10-04,2024-10-09)}');
  });
});
