import { accepted, judge } from '../testing/judge.js';
import { EXAMPLE, exampleWith } from '../testing/usage-record.js';

describe('times', () => {
  it.each([
    ['2027-02-29T00:00:00Z', 'instant-invalid'],
    ['2027-08-11T24:00:00Z', 'instant-invalid'],
    ['2027-08-11T23:59:60Z', 'instant-invalid'],
    ['2027-08-11T14:00:00', 'instant-invalid'],
    ['2027-08-11', 'instant-invalid'],
    ['2027-08-11 14:00:00Z', 'instant-invalid'],
    ['2027-8-11T14:00:00Z', 'instant-invalid'],
    ['2027-08-11T14:00:00.1234567890Z', 'instant-invalid'],
    ['2027-08-11T14:00:00+24:00', 'instant-invalid'],
    ['1999-12-31T23:59:59Z', 'time-too-early'],
    ['2000-01-01T00:30:00+01:00', 'time-too-early'],
    ['9999-12-31T00:00:00Z', 'time-too-late'],
    ['2027-08-14T04:11:00Z', 'time-too-late'], // now + 49 h
  ])('refuse %s: %s', (text, code) => {
    expect(judge(exampleWith({ chargePeriodStart: text, chargePeriodEnd: undefined }))).toEqual([
      code,
      '/data/chargePeriodStart',
    ]);
  });

  it.each([
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['2027-08-11t14:00:00.500z', '2027-08-11T14:00:00.5Z'],
    ['2027-08-11T01:00:00.123456789+02:00', '2027-08-10T23:00:00.123456789Z'],
    ['2027-08-10T23:00:00-05:30', '2027-08-11T04:30:00Z'],
    ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00Z'],
    ['2027-08-14T03:11:00Z', '2027-08-14T03:11:00Z'], // now + 48 h
  ])('read %s as %s', (text, canonical) => {
    expect(
      accepted({ chargePeriodStart: text, chargePeriodEnd: undefined }, 'chargePeriodStart'),
    ).toBe(canonical);
  });

  it('let purchases, credits and taxes lie 400 days ahead', () => {
    const at = (chargeCategory: string, chargePeriodStart: string) =>
      judge(exampleWith({ chargeCategory, chargePeriodStart, chargePeriodEnd: undefined }));
    // 400 days after 2027-08-12T03:11:00Z
    const [last, over] = ['2028-09-15T03:11:00Z', '2028-09-15T03:11:01Z'];
    for (const category of ['Purchase', 'Credit', 'Tax']) {
      expect(at(category, last)).toMatchObject({ data: { chargePeriodStart: last } });
      expect(at(category, over)).toEqual(['time-too-late', '/data/chargePeriodStart']);
    }
    expect(at('Adjustment', last)).toEqual(['time-too-late', '/data/chargePeriodStart']);
  });

  it('end after they start, at most 3 years later', () => {
    const period = (start: string, end: string) =>
      judge(exampleWith({ chargePeriodStart: start, chargePeriodEnd: end }));
    expect(period('2027-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([
      'period-reversed',
      '/data/chargePeriodEnd',
    ]);
    expect(period('2027-01-02T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([
      'period-reversed',
      '/data/chargePeriodEnd',
    ]);
    expect(period('2024-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toMatchObject({
      source: EXAMPLE.source,
    });
    expect(period('2024-01-01T00:00:00Z', '2027-01-01T00:00:00.000000001Z')).toEqual([
      'period-too-long',
      '/data/chargePeriodEnd',
    ]);
    expect(period('2024-02-29T12:00:00Z', '2027-02-28T12:00:00Z')).toMatchObject({
      source: EXAMPLE.source,
    });
    expect(period('2024-02-29T12:00:00Z', '2027-02-28T12:00:01Z')).toEqual([
      'period-too-long',
      '/data/chargePeriodEnd',
    ]);
  });

  it('of emitting are bounded as well', () => {
    expect(judge({ ...EXAMPLE, time: 'soon' })).toEqual(['instant-invalid', '/time']);
    expect(judge({ ...EXAMPLE, time: '2027-08-15T00:00:00Z' })).toEqual(['time-too-late', '/time']);
  });

  it.each([
    ['2027-08', '2027-08-01'],
    ['2027-08-01', '2027-08-01'],
    ['2027-08-01T00:00:00Z', '2027-08-01'],
  ])('of a month: %s is %s', (text, month) => {
    expect(accepted({ billingPeriodStart: text }, 'billingPeriodStart')).toBe(month);
  });

  it.each(['2027-08-02', '2027-13-01', '2027', '', '08/2027'])('of a month: refuse %j', (text) => {
    expect(judge(exampleWith({ billingPeriodStart: text }))).toEqual([
      'month-invalid',
      '/data/billingPeriodStart',
    ]);
  });
});
