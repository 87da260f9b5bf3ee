import { isOutage } from './outage.js';

const withCode = (code: string): Error => Object.assign(new Error(code), { code });

describe('isOutage', () => {
  it.each([
    ...['ECONNREFUSED', 'EAI_AGAIN', '57P01', '57P03', '53300', '53100', '08006', '55P03', '40P01'],
    // A statement cut off by its timeout, and a primary that has become a stand-by.
    ...['57014', '25006'],
  ])('takes %s for trouble that passes', (code) => {
    expect(isOutage(withCode(code))).toBe(true);
  });

  it.each(['23505', '42P01', '22003', '42501', 'ENOENT'])('takes %s for a fault', (code) => {
    expect(isOutage(withCode(code))).toBe(false);
  });

  it('knows the driver by its words', () => {
    expect(isOutage(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isOutage(new Error('cannot read properties of undefined'))).toBe(false);
    expect(isOutage('Connection terminated')).toBe(false);
  });
});
