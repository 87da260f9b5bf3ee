import { grouped, percent, positionTable } from './position-table.js';

const position = {
  commitmentId: 'aws-100b',
  contractId: 'aws-2027',
  name: 'USD 100B over five years',
  currency: 'USD',
  termsVersion: 1,
  status: 'AT_RISK',
  term: {
    start: '2027-01-01',
    end: '2032-01-01',
    minimum: '100000000000',
    counted: '9000000000.5',
    remaining: '90999999999.5',
    gap: '0',
    shortfall: '0',
    attainment: '0.0900',
  },
  periods: [],
  pace: null,
  forecast: null,
  suspense: {
    unpricedLines: 3,
    unpricedQuantity: [],
    unclassified: '0',
    noFxRate: [],
    basisMissingLines: 0,
  },
  meta: {
    asOf: '2027-07-02T06:00:00Z',
    through: null,
    watermark: '2027-07-02',
    position: '0:1204113',
    computedAt: '2027-07-02T06:00:00.120Z',
    lagMs: 120,
    silentSources: ['exporter/eu'],
  },
} as const;

describe('position table', () => {
  it('says the status in words, the last day inclusive, and every digit', () => {
    const lines = positionTable({
      ...position,
      periods: [],
      suspense: { ...position.suspense, unpricedQuantity: [], noFxRate: [] },
      meta: { ...position.meta, silentSources: ['exporter/eu'] },
    }).split('\n');
    expect(lines[0]).toBe('USD 100B over five years (aws-100b): AT RISK');
    expect(lines).toContain('Term 2027-01-01 to 2031-12-31, USD');
    expect(lines).toContain('  counted    9,000,000,000.5');
    expect(lines).toContain('  attained   9 %');
    expect(lines).toContain('  unpriced lines  3');
    expect(lines).toContain('  silent          exporter/eu');
  });

  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['-1234567.000000000000000001', '-1,234,567.000000000000000001'],
  ])('groups %s as %s', (amount, expected) => {
    expect(grouped(amount)).toBe(expected);
  });

  it.each([
    ['0.0900', '9 %'],
    ['0.8651', '86.51 %'],
    ['1.0000', '100 %'],
    ['0.0005', '0.05 %'],
    ['12.5', '1250 %'],
  ])('shows the ratio %s as %s', (ratio, expected) => {
    expect(percent(ratio)).toBe(expected);
  });
});
