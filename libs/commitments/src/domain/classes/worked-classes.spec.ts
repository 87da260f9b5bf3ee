import { formatMinor } from '@app/money';
import { attained } from '../../testing/attained.js';
import { contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { type Line } from '../../testing/lines.js';
import { type TermsInput } from '../terms/terms-input.js';

const line = (billed: string, rest: Partial<Line>): Line => ({
  day: '2027-03-01',
  billed,
  ...rest,
});
const LINES: Line[] = [
  line('1000000', { lineType: 'Usage' }),
  line('-120000', { lineType: 'EdpDiscount' }),
  line('-30000', { lineType: 'PrivateRateDiscount' }),
  line('200000', { lineType: 'SavingsPlanUpfrontFee' }),
  line('55000', { lineType: 'SavingsPlanCoveredUsage' }),
  line('-55000', { lineType: 'SavingsPlanNegation' }),
  line('85000', { lineType: 'Usage', serviceName: 'AWS Support (Enterprise)' }),
  line('93500', { lineType: 'Tax', chargeCategory: 'Tax' }),
  line('-50000', { lineType: 'Credit', chargeCategory: 'Credit' }),
  line('-10000', { lineType: 'Refund' }),
  line('40000', { lineType: 'Usage', billingEntity: 'AWS Marketplace' }),
];

const marketplace = (fraction: string): TermsInput => ({
  classes: [{ class: 'MARKETPLACE', fraction }],
});

describe('W3 what counts', () => {
  it.each<[string, TermsInput, string]>([
    ['support counts', { supportCounts: true, creditsReduce: false }, '1125000.00'],
    ['credits reduce', { supportCounts: true }, '1075000.00'],
    ['half the marketplace', { supportCounts: true, ...marketplace('0.5') }, '1095000.00'],
    ['all the marketplace', { supportCounts: true, ...marketplace('1') }, '1115000.00'],
    ['without support', marketplace('1'), '1030000.00'],
  ])('%s', (_, terms, counted) => {
    const contract = contractOf({ ...EXAMPLE_TERMS, ...terms });
    for (const lines of [LINES, LINES.toReversed()]) {
      const [period] = attained({ contract, lines }).periods;
      expect(formatMinor(period?.countedE18 ?? -1n, 'USD')).toBe(counted);
    }
  });

  it('names a reason for every amount that does not count', () => {
    const [period] = attained({ contract: contractOf(EXAMPLE_TERMS), lines: LINES }).periods;
    const rows = period?.notCounted.map(({ class: name, reason, amountE18 }) => [
      name,
      reason,
      formatMinor(amountE18, 'USD'),
    ]);
    expect(rows).toEqual([
      ['TAX', 'tax-never-counts', '93500.00'],
      ['SUPPORT', 'support-not-counted', '85000.00'],
      ['MARKETPLACE', 'class-not-agreed', '40000.00'],
    ]);
  });
});

describe('a window of invoice months', () => {
  const terms: TermsInput = {
    classes: [
      { class: 'MARKETPLACE', fraction: '1', dateTested: 'INVOICE', effectiveFrom: '2027-03-01' },
    ],
  };
  const market = (day: string, rest: Partial<Line> = {}): Line => ({
    day,
    billed: '10',
    billingEntity: 'AWS Marketplace',
    ...rest,
  });

  it('is tested on the invoice month, else on the month after the bill, in any order', () => {
    const lines = [
      market('2027-01-31'),
      market('2027-02-01'),
      market('2027-01-05', { invoiceMonth: '2027-03-01' }),
      market('2027-04-05', { invoiceMonth: '2027-02-01' }),
    ];
    const contract = contractOf({ ...EXAMPLE_TERMS, ...terms });
    for (const order of [lines, lines.toReversed()]) {
      const { days } = attained({ contract, lines: order });
      const counting = days.filter(({ countedE18 }) => countedE18 !== 0n);
      expect(counting.map(({ day }) => day)).toEqual(['2027-01-05', '2027-02-01']);
    }
  });
});
