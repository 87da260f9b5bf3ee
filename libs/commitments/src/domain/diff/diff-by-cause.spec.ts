import { formatE18 } from '@app/money';
import { type PriceBook } from '@app/pricing/domain';
import { COMMITMENT_ID, contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { cellOf, type Line } from '../../testing/lines.js';
import { type ContractCommand } from '../contract/contract.commands.js';
import { type TermsInput } from '../terms/terms-input.js';
import { diffByCause, type DiffSide, type FigureChange } from './diff-by-cause.js';

const TERMS: TermsInput = {
  ...EXAMPLE_TERMS,
  minimum: '1000',
  termMinimum: '5000',
  carryForward: { fraction: '1' },
};

const tokens = (unitPrice: string): PriceBook => ({
  ...{ priceBookId: 'tokens', provider: 'AWS', currency: 'USD', priority: 100, discounts: [] },
  prices: [{ skuId: 'in', unit: 'tokens', per: '1000', unitPrice }],
});
const euros = (rate: string) => ({
  ...{ fxTableId: 'group', currency: 'USD' },
  rates: [{ currency: 'EUR', month: '2027-01-01', rate }],
});

interface Given {
  readonly lines: readonly Line[];
  readonly price?: string;
  readonly rate?: string;
  readonly later?: readonly ContractCommand[];
  readonly terms?: TermsInput;
}

function side({ lines, price = '2', rate = '1.10', later = [], terms = TERMS }: Given): DiffSide {
  const contracts = [contractOf(terms, {}, later)];
  const judgement = { contracts, priceBooks: [tokens(price)], fxTables: [euros(rate)] };
  return { judgement, usage: lines.map(cellOf) };
}

const amend = (effectiveFrom: string, terms: TermsInput): ContractCommand => ({
  ...{ type: 'AmendTerms', commitmentId: COMMITMENT_ID, effectiveFrom, terms },
  reason: 'renegotiated',
});

function brief(changes: readonly FigureChange[], figure: string, index: number | null): unknown[] {
  return changes
    .filter((one) => one.figure === figure && one.periodIndex === index)
    .flatMap(({ beforeE18, afterE18, parts }) => [
      formatE18(beforeE18),
      ...parts.map(({ cause, amountE18 }) => `${cause} ${formatE18(amountE18)}`),
      formatE18(afterE18),
    ]);
}

const used: Line = { day: '2027-01-10', billed: '600' };
const metered: Line = {
  day: '2027-01-11',
  quantity: '100000',
  skuId: 'in',
  consumedUnit: 'tokens',
};
const euro: Line = { day: '2027-01-12', billed: '100', billingCurrency: 'EUR' };
const before = [used, metered, euro];

describe('what changed between two moments', () => {
  it('is told by each cause, one on top of the other', () => {
    const changes = diffByCause(
      COMMITMENT_ID,
      side({ lines: before }),
      side({
        lines: [
          ...before,
          { day: '2027-02-01', billed: '10', lineType: 'Usage' },
          { ...used, billed: '-50', chargeClass: 'Correction' },
          { day: '2027-02-02', billed: '7', lineType: 'Odd' },
        ],
        price: '3',
        rate: '1.20',
        later: [
          amend('2027-02-01', {
            rules: [
              {
                ruleId: 'odd',
                class: 'USAGE',
                where: [{ Dimension: 'x_LineType', Operator: 'In', Values: ['Odd'] }],
              },
            ],
          }),
          amend('2027-02-01', { minimum: '800' }),
        ],
      }),
    );
    // 600 + 100,000 x 2 ÷ 1,000 + 100 x 1.10 = 910
    expect(brief(changes, 'counted', 1)).toEqual([
      '910',
      'LATE_USAGE 10',
      'CORRECTION -50',
      'RULES 7',
      'PRICE 100',
      'FX 10',
      '987',
    ]);
    expect(brief(changes, 'shortfall', 1)).toEqual([
      ...['90', 'LATE_USAGE -10', 'CORRECTION 50', 'RULES -7', 'PRICE -100', 'FX -10', 'TERMS -13'],
      '0',
    ]);
    expect(brief(changes, 'minimum', 1)).toEqual(['1000', 'TERMS -200', '800']);
    expect(brief(changes, 'counted', null)[0]).toBe('910');
  });

  it('that comes through carry-forward is EARLIER_PERIOD', () => {
    const changes = diffByCause(
      COMMITMENT_ID,
      side({ lines: [{ day: '2027-05-01', billed: '1100' }] }),
      side({
        lines: [
          { day: '2027-05-01', billed: '1100' },
          { day: '2027-06-01', billed: '200' },
          { day: '2028-06-01', billed: '30' },
        ],
      }),
    );
    expect(brief(changes, 'carryIn', 2)).toEqual(['100', 'EARLIER_PERIOD 200', '300']);
    expect(brief(changes, 'gap', 2)).toEqual([
      ...['900', 'LATE_USAGE -30', 'EARLIER_PERIOD -200', '670'],
    ]);
    expect(brief(changes, 'gap', null)).toEqual([]);
  });

  it('is nothing when nothing happened, and each change is the sum of its causes', () => {
    const one = side({ lines: before });
    expect(diffByCause(COMMITMENT_ID, one, side({ lines: before }))).toEqual([]);
    const voided = { type: 'VoidAmendment', commitmentId: COMMITMENT_ID, version: 2, reason: 'no' };
    const amended = [amend('2027-02-01', { minimum: '800', rules: [] })];
    const changes = diffByCause(
      COMMITMENT_ID,
      side({ lines: before, later: amended }),
      side({ lines: [used], later: [...amended, voided as ContractCommand], price: '9' }),
    );
    expect(changes.length).toBeGreaterThan(4);
    for (const { beforeE18, afterE18, parts } of changes) {
      expect(parts.reduce((sum, { amountE18 }) => sum + amountE18, beforeE18)).toBe(afterE18);
    }
    expect(brief(changes, 'minimum', 1)).toEqual(['800', 'TERMS 200', '1000']);
  });
});
