import { decider } from '@app/event-store/testing';
import { fxTableDecider } from './fx-table.decider.js';
import { FxRates } from './fx-rates.js';
import { type FxTablePublished } from './fx-table.events.js';
import { type FxRate } from './fx-table.state.js';
import { PricingRefusedError } from './pricing.errors.js';

const JANUARY: FxRate = { currency: 'EUR', month: '2027-01-01', rate: '1.10' };
const OPENED: FxTablePublished = {
  type: 'FxTablePublished',
  fxTableId: 'ecb',
  currency: 'USD',
  rates: [JANUARY],
  reason: 'monthly',
};
const subject = decider(fxTableDecider);
const publish = (...rates: FxRate[]) => ({ type: 'PublishFxRates', rates, reason: 'r' }) as const;

describe('an FX table', () => {
  it('opens once', () => {
    const open = { ...OPENED, type: 'PublishFxTable' } as const;
    subject.when(open).then(OPENED);
    subject.given(OPENED).when(open).then();
    subject
      .given(OPENED)
      .when({ ...open, currency: 'GBP' })
      .thenThrows(PricingRefusedError, 'already-exists');
  });

  it('takes a second rate of a month only as a correction', () => {
    const again = { ...JANUARY, rate: '1.11' };
    subject.given(OPENED).when(publish(again)).thenThrows(PricingRefusedError, 'fx-rate-exists');
    const corrected = { ...again, correction: true };
    subject
      .given(OPENED)
      .when(publish(corrected))
      .then({ type: 'FxRatesPublished', fxTableId: 'ecb', rates: [corrected], reason: 'r' });
  });

  it.each<[string, Partial<FxRate>]>([
    ['fx-rate-invalid', { rate: '0' }],
    ['fx-rate-invalid', { rate: '-1' }],
    ['fx-rate-invalid', { rate: `1.${'1'.repeat(11)}` }],
    ['currency-unknown', { currency: 'EURO' }],
    ['currency-mismatch', { currency: 'USD' }],
    ['day-invalid', { month: '2027-02-02' }],
    ['day-invalid', { day: '2027-02-02' }],
  ])('refuses %s', (code, rate) => {
    const february = { ...JANUARY, month: '2027-02-01', ...rate };
    subject.given(OPENED).when(publish(february)).thenThrows(PricingRefusedError, code);
  });
});

describe('FX rates', () => {
  const rates = new FxRates([
    {
      fxTableId: 'ecb',
      currency: 'USD',
      rates: [
        JANUARY,
        { ...JANUARY, rate: '1.2', correction: true },
        { currency: 'EUR', day: '2027-01-05', rate: '1.3' },
      ],
    },
  ]);

  it('are found by month or day, the newest publication first', () => {
    expect(rates.ofMonth('EUR', '2027-01-31')).toBe(12_000_000_000n);
    expect(rates.ofDay('EUR', '2027-01-05')).toBe(13_000_000_000n);
    expect(rates.ofDay('EUR', '2027-01-06')).toBe(12_000_000_000n);
    expect(rates.ofMonth('EUR', '2027-02-01')).toBeNull();
    expect(rates.ofMonth('JPY', '2027-01-01')).toBeNull();
  });
});
