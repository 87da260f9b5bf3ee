import { attained } from '../../testing/attained.js';
import { COMMITMENT_ID, contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { cellOf, type Line } from '../../testing/lines.js';
import { M, usd } from '../../testing/usd.js';
import { type ClosePeriod } from '../contract/contract.commands.js';
import { type Contract } from '../contract/contract.state.js';
import { type PeriodFigures } from '../attainment/period-figures.js';
import { createFold } from './create-fold.js';

const CLOSED: ClosePeriod = {
  type: 'ClosePeriod',
  commitmentId: COMMITMENT_ID,
  index: 1,
  at: '2028-01-11T00:00:00Z',
  position: { 0: '100' },
  watermark: '2028-01-10',
  reason: 'settled',
};
const USED: Line = { day: '2027-05-05', billed: (19_990n * M).toString() };
const CORRECTION: Line = {
  day: '2027-12-20',
  billed: (14n * M).toString(),
  chargeClass: 'Correction',
  billingPeriodStart: '2028-02-01',
};

function periodsOf(contract: Contract, correctionSeq: bigint): readonly PeriodFigures[] {
  const fold = createFold({ contracts: [contract], priceBooks: [], fxTables: [] });
  const used = cellOf(USED);
  const correction = cellOf(CORRECTION);
  fold.add(correction.series, correction.cell, { shard: 0, seq: correctionSeq });
  fold.add(used.series, used.cell, { shard: 0, seq: 7n });
  const at = { through: null, watermark: '2028-03-01', today: '2028-03-01' };
  return fold.attainment(COMMITMENT_ID, at).periods;
}

describe('W11 usage that is known after the close', () => {
  const next = { ...EXAMPLE_TERMS, lateData: { afterSettle: 'NEXT_OPEN_PERIOD' } } as const;

  it('version 1 stands at the shortfall', () => {
    const { periods } = attained({
      contract: contractOf(EXAMPLE_TERMS, {}, [CLOSED]),
      lines: [USED],
    });
    expect(periods[0]?.state).toBe('SHORTFALL_ASSESSED');
    expect(usd(periods[0]?.shortfallE18)).toBe('10000000.00');
  });

  it('RESTATE counts it where it was used', () => {
    const [first, second] = periodsOf(contractOf(EXAMPLE_TERMS, {}, [CLOSED]), 101n);
    expect(usd(first?.countedE18)).toBe('20004000000.00');
    expect([usd(first?.shortfallE18), usd(first?.excessE18)]).toEqual(['0.00', '4000000.00']);
    expect(first?.state).toBe('SETTLED');
    expect(usd(second?.countedE18)).toBe('0.00');
  });

  it('NEXT_OPEN_PERIOD counts it in the next year', () => {
    const [first, second] = periodsOf(contractOf(next, {}, [CLOSED]), 101n);
    expect(usd(first?.shortfallE18)).toBe('10000000.00');
    expect(usd(second?.countedE18)).toBe('14000000.00');
  });

  it('but not what was recorded up to the close', () => {
    const [first] = periodsOf(contractOf(next, {}, [CLOSED]), 100n);
    expect(usd(first?.countedE18)).toBe('20004000000.00');
  });
});

describe('W18 spend paid from an earlier shortfall', () => {
  const terms = { ...EXAMPLE_TERMS, shortfall: { treatment: 'CREDIT' } } as const;
  it.each<[string, Line[]]>([
    [
      'as BALANCE_SPEND',
      [
        { day: '2028-05-05', billed: (19_800n * M).toString() },
        { day: '2028-05-05', billed: (300n * M).toString(), lineType: 'ShortfallBalanceSpend' },
      ],
    ],
    [
      'as BALANCE_CREDIT',
      [
        { day: '2028-05-05', billed: (20_100n * M).toString() },
        { day: '2028-05-05', billed: (-300n * M).toString(), lineType: 'ShortfallBalanceCredit' },
      ],
    ],
  ])('never counts, %s', (_, lines) => {
    const { periods } = attained({ contract: contractOf(terms), lines });
    expect(usd(periods[1]?.countedE18)).toBe('19800000000.00');
    expect(usd(periods[1]?.shortfallE18)).toBe('200000000.00');
  });
});

describe('evidence BILLED_WINS', () => {
  const price = { skuId: 'in', unit: 'tokens', per: '1000000', unitPrice: '2' } as const;
  const priceBooks = [
    {
      priceBookId: 'list',
      provider: 'AWS',
      currency: 'USD',
      priority: 1,
      prices: [price],
      discounts: [],
    },
  ];
  const metered = (day: string, account: string): Line => ({
    day,
    skuId: 'in',
    consumedUnit: 'tokens',
    quantity: '1000000',
    billingAccountId: account,
  });
  const lines: Line[] = [
    metered('2027-01-10', 'a'),
    metered('2027-01-20', 'a'),
    metered('2027-01-10', 'b'),
    { day: '2027-01-14', billed: '100', billingAccountId: 'a' },
  ];

  it('lets metered usage count from the day where billed data ends', () => {
    const contract = contractOf({ ...EXAMPLE_TERMS, evidence: 'BILLED_WINS' });
    for (const order of [lines, lines.toReversed()]) {
      const [period] = attained({ contract, lines: order, priceBooks }).periods;
      expect(usd(period?.countedE18)).toBe('104.00');
      expect(period?.notCounted.map(({ reason, amountE18 }) => [reason, usd(amountE18)])).toEqual([
        ['superseded-by-billed', '2.00'],
      ]);
    }
  });

  it('AS_REPORTED counts every line', () => {
    const [period] = attained({ contract: contractOf(EXAMPLE_TERMS), lines, priceBooks }).periods;
    expect(usd(period?.countedE18)).toBe('106.00');
  });
});
