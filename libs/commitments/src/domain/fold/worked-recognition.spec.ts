import { type FxTable } from '@app/pricing/domain';
import { attained } from '../../testing/attained.js';
import { contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { type Line } from '../../testing/lines.js';
import { usd } from '../../testing/usd.js';
import { type TermsInput } from '../terms/terms-input.js';

const counted = (terms: TermsInput, lines: readonly Line[], fxTables: FxTable[] = []): string[] => {
  const contract = contractOf({ ...EXAMPLE_TERMS, ...terms });
  return attained({ contract, lines, fxTables }).periods.map(({ countedE18 }) => usd(countedE18));
};

describe('W13 FX', () => {
  const rate = (currency: string, month: string, value: string) => ({
    currency,
    month,
    rate: value,
  });
  const table: FxTable = {
    fxTableId: 'ecb',
    currency: 'USD',
    rates: [
      rate('EUR', '2027-01-01', '1.10'),
      rate('EUR', '2027-02-01', '1.05'),
      rate('EUR', '2027-03-01', '1.08'),
      rate('JPY', '2027-01-01', '0.0067'),
    ],
  };
  const eur = (day: string, billed: string, rest: Partial<Line> = {}): Line => ({
    day,
    billed,
    billingCurrency: 'EUR',
    ...rest,
  });
  const lines = [
    eur('2027-01-10', '1000000'),
    eur('2027-02-10', '1000000'),
    eur('2027-01-20', '-200000', {
      billingPeriodStart: '2027-03-01',
      chargeClass: 'Correction',
      chargeCategory: 'Adjustment',
    }),
  ];

  it('takes a correction at the rate of what it corrects', () => {
    expect(counted({}, lines, [table])[0]).toBe('1930000.00');
    const named = lines.with(2, {
      ...eur('2027-03-05', '-200000'),
      billingPeriodStart: '2027-03-01',
      correctedBillingPeriodStart: '2027-01-01',
    });
    expect(counted({}, named, [table])[0]).toBe('1930000.00');
  });

  it('or at the rate of the contract', () => {
    const fx = { rule: 'CONTRACT_FIXED', fixed: { EUR: '1.08' } } as const;
    expect(counted({ fx }, lines)[0]).toBe('1944000.00');
  });

  it('converts yen', () => {
    const yen = [{ day: '2027-01-05', billed: '150000000', billingCurrency: 'JPY' }];
    expect(counted({}, yen, [table])[0]).toBe('1005000.00');
  });

  it('holds amounts without a rate in suspense', () => {
    const contract = contractOf(EXAMPLE_TERMS);
    const { suspense, term } = attained({ contract, lines });
    expect(term.countedE18).toBe(0n);
    expect(suspense.noFxRate.map(({ currency, amountE18 }) => [currency, usd(amountE18)])).toEqual([
      ['EUR', '1800000.00'],
    ]);
  });

  it('EVENT takes the day, else its month', () => {
    const daily = {
      ...table,
      rates: [...table.rates, { currency: 'EUR', day: '2027-01-10', rate: '2' }],
    };
    expect(counted({ fx: { rule: 'EVENT' } }, lines, [daily])[0]).toBe('2830000.00');
  });
});

describe('W16 a refund lowers only its own period', () => {
  it('by what it is', () => {
    const lines = [
      { day: '2027-03-01', billed: '412000000' },
      { day: '2028-03-01', billed: '7' },
      { day: '2027-03-02', billed: '2500000' },
      { day: '2027-03-02', billed: '-9000000', lineType: 'Refund' },
    ];
    expect(counted({}, lines)).toEqual(['405500000.00', '7.00', '0.00', '0.00', '0.00']);
    const { days } = attained({ contract: contractOf(EXAMPLE_TERMS), lines });
    expect(days.map((entry) => [entry.day, entry.class, usd(entry.runningE18)])).toEqual([
      ['2027-03-01', 'USAGE', '412000000.00'],
      ['2027-03-02', 'REFUND', '403000000.00'],
      ['2027-03-02', 'USAGE', '405500000.00'],
      ['2028-03-01', 'USAGE', '7.00'],
    ]);
  });
});

describe('W19 at the boundary', () => {
  const fee = { day: '2027-12-15', endDay: '2028-01-15', billed: '31000000' };

  it('the last hour of 2027 is 2027', () => {
    const line = { day: '2027-12-31', endDay: '2028-01-01', billed: '5' };
    expect(counted({}, [line]).slice(0, 2)).toEqual(['5.00', '0.00']);
  });

  it('START takes all to the first day', () => {
    expect(counted({}, [fee]).slice(0, 2)).toEqual(['31000000.00', '0.00']);
  });

  it('PRORATED spreads it evenly, also when it comes in parts', () => {
    const terms: TermsInput = { recognition: 'CHARGE_PERIOD_PRORATED' };
    expect(counted(terms, [fee]).slice(0, 2)).toEqual(['17000000.00', '14000000.00']);
    const parts = ['10000000.000000000000000001', '20999999.999999999999999999'];
    const split = parts.map((billed) => ({ ...fee, billed }));
    expect(counted(terms, split).slice(0, 2)).toEqual(['17000000.00', '14000000.00']);
  });

  it('BILLING_PERIOD and INVOICE_DATE take the months', () => {
    const line = { day: '2027-12-31', billed: '5', billingPeriodStart: '2028-01-01' };
    expect(counted({ recognition: 'BILLING_PERIOD' }, [line]).slice(0, 2)).toEqual([
      '0.00',
      '5.00',
    ]);
    const invoiced = { day: '2028-01-02', billed: '5', invoiceMonth: '2027-12-01' };
    expect(counted({ recognition: 'INVOICE_DATE' }, [invoiced]).slice(0, 2)).toEqual([
      '5.00',
      '0.00',
    ]);
  });

  it('an invoice that is not there yet is provisional', () => {
    const contract = contractOf({ ...EXAMPLE_TERMS, recognition: 'INVOICE_DATE' });
    const lines = [{ day: '2027-12-31', billed: '5' }];
    const { periods } = attained({ contract, lines });
    expect(periods.slice(0, 2).map(({ provisionalE18 }) => usd(provisionalE18))).toEqual([
      '0.00',
      '5.00',
    ]);
  });

  it('usage of no period is named', () => {
    const lines = [
      { day: '2026-12-31', billed: '3' },
      { day: '2032-01-01', billed: '4' },
    ];
    const { term, outsideTerm } = attained({ contract: contractOf(EXAMPLE_TERMS), lines });
    expect(term.countedE18).toBe(0n);
    expect(outsideTerm.map((row) => [row.class, row.reason, usd(row.amountE18)])).toEqual([
      ['USAGE', 'outside-term', '7.00'],
    ]);
  });
});
