import { attained } from '../../testing/attained.js';
import { COMMITMENT_ID, contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { usd } from '../../testing/usd.js';
import { type AmendTerms, type VoidAmendment } from '../contract/contract.commands.js';
import { type TermsInput } from './terms-input.js';

const AMENDED: AmendTerms = {
  type: 'AmendTerms',
  commitmentId: COMMITMENT_ID,
  effectiveFrom: '2027-07-01',
  terms: { minimum: '16000000000' },
  reason: 'renegotiated',
};
const VOIDED: VoidAmendment = {
  type: 'VoidAmendment',
  commitmentId: COMMITMENT_ID,
  version: 2,
  reason: 'signed in error',
};

const minima = (terms: TermsInput, ...later: (AmendTerms | VoidAmendment)[]): string[] =>
  attained({ contract: contractOf(terms, {}, later), lines: [] }).periods.map(({ minimumE18 }) =>
    usd(minimumE18),
  );

describe('W14 amendment in mid-year', () => {
  const prorated: TermsInput = { ...EXAMPLE_TERMS, midPeriodAmendment: 'PRORATE_DAILY' };

  it('replaces the minimum of the year that holds the day, and of all after it', () => {
    expect(minima(EXAMPLE_TERMS, AMENDED)).toEqual(Array(5).fill('16000000000.00'));
  });

  it('or prorates it by days', () => {
    expect(minima(prorated, AMENDED)).toEqual([
      '17983561643.84',
      ...Array<string>(4).fill('16000000000.00'),
    ]);
    const inLeapYear = { ...AMENDED, effectiveFrom: '2028-07-01' };
    expect(minima(prorated, inLeapYear)[1]).toBe('17989071038.25');
  });

  it('takes caps from the amended minimum', () => {
    const classes = [
      { class: 'MARKETPLACE', fraction: '1', cap: { of: 'ANNUAL_MINIMUM', pct: '0.25' } },
    ] as const;
    const contract = contractOf({ ...prorated, classes }, {}, [AMENDED]);
    const lines = [{ day: '2027-02-02', billed: '9000000000', billingEntity: 'AWS Marketplace' }];
    const [period] = attained({ contract, lines }).periods;
    expect(usd(period?.classes[0]?.capE18)).toBe('4495890410.96');
  });

  it('is 20B again as version 3 when voided, with all versions kept', () => {
    const contract = contractOf(EXAMPLE_TERMS, {}, [AMENDED, VOIDED]);
    const { periods, termsVersion } = attained({ contract, lines: [] });
    expect(usd(periods[0]?.minimumE18)).toBe('20000000000.00');
    expect(termsVersion).toBe(3);
    const { amendments } = contract.commitments[0] ?? { amendments: [] };
    expect(amendments.map(({ version, voids }) => [version, voids])).toEqual([
      [2, undefined],
      [3, 2],
    ]);
  });

  it('as known before it was recorded, is 20B', () => {
    const { periods, termsVersion } = attained({ contract: contractOf(EXAMPLE_TERMS), lines: [] });
    expect(usd(periods[0]?.minimumE18)).toBe('20000000000.00');
    expect(termsVersion).toBe(1);
  });
});

describe('W15 stub', () => {
  it.each([
    ['2026-11-15', '2027-01-01', '2575342465.75'],
    ['2028-11-15', '2029-01-01', '2568306010.93'],
  ])('from %s', (start, anchorDate, expected) => {
    const end = `${Number(anchorDate.slice(0, 4)) + 2}-01-01`;
    const terms: TermsInput = { anchorDate, minimum: '20000000000', stub: 'PRORATE_ACTUAL' };
    const { periods } = attained({ contract: contractOf(terms, { start, end }), lines: [] });
    expect(periods.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(usd(periods[0]?.minimumE18)).toBe(expected);
    expect(usd(periods[1]?.minimumE18)).toBe('20000000000.00');
  });
});
