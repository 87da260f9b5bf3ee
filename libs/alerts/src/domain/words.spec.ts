import { parseE18 } from '@app/money';
import { type PeriodFacts } from './index.js';
import {
  dayInWords,
  durationInWords,
  lastDayInWords,
  minimumInWords,
  partInWords,
} from './words.js';

const period = (start: string, end: string): PeriodFacts => ({
  index: 1,
  start,
  end,
  state: 'OPEN',
  requirementE18: 0n,
  carryE18: 0n,
  countedE18: 0n,
});

describe('words', () => {
  it('name a calendar year by its number and other periods by their days', () => {
    expect(minimumInWords(period('2027-01-01', '2028-01-01'))).toBe('2027 minimum');
    expect(lastDayInWords(period('2027-01-01', '2028-01-01'))).toBe('31 December');
    const fiscal = period('2027-07-01', '2028-07-01');
    expect(minimumInWords(fiscal)).toBe('minimum of 1 July 2027 to 30 June 2028');
    expect(lastDayInWords(fiscal)).toBe('30 June 2028');
    expect(dayInWords('2028-02-29')).toBe('29 February');
  });

  it('put both amounts on the scale of the second', () => {
    const words = (part: string, whole: string): string =>
      partInWords(parseE18(part), parseE18(whole), 'USD');
    expect(words('18516000000', '20000000000')).toBe('18.516 of 20.0 billion USD');
    expect(words('999999999.99', '20000000000')).toBe('1.0 of 20.0 billion USD');
    expect(words('-1500000', '2500000')).toBe('-1.5 of 2.5 million USD');
    expect(words('12.345', '999999.99')).toBe('12.34 of 999999.99 USD');
  });

  it('round durations down to whole units', () => {
    expect([60, 119, 7199, 7200, 172799, 172800].map(durationInWords)).toEqual([
      '1 minute',
      '1 minute',
      '119 minutes',
      '2 hours',
      '47 hours',
      '2 days',
    ]);
  });
});
