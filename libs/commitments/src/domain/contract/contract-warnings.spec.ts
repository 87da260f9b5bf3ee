import { COMMITMENT_ID, contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { contractWarnings } from './contract-warnings.js';

const codes = (...given: Parameters<typeof contractOf>): string[] =>
  contractWarnings(contractOf(...given)).map(({ code }) => code);

describe('warnings', () => {
  it('are none for the example', () => {
    expect(codes(EXAMPLE_TERMS)).toEqual([]);
  });

  it('name a floor that the minima do not reach, also after an amendment', () => {
    expect(codes({ ...EXAMPLE_TERMS, termMinimum: '120000000000' })).toEqual([
      'term-minimum-differs',
    ]);
    const amended = {
      type: 'AmendTerms',
      commitmentId: COMMITMENT_ID,
      effectiveFrom: '2028-01-01',
      terms: { minimum: '1' },
      reason: 'agreed',
    } as const;
    expect(codes(EXAMPLE_TERMS, {}, [amended])).toEqual(['term-minimum-differs']);
  });

  it('name a boundary inside a month that counts whole', () => {
    const term = { start: '2027-01-15', end: '2029-01-15' };
    const terms = { minimum: '1', recognition: 'INVOICE_DATE' } as const;
    expect(codes(terms, term)).toEqual(['boundary-inside-month']);
    expect(codes({ minimum: '1' }, term)).toEqual([]);
  });
});
