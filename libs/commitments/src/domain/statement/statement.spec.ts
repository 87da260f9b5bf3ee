import { attained, foldOf } from '../../testing/attained.js';
import { COMMITMENT_ID, contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { M, usd } from '../../testing/usd.js';
import { type Line } from '../../testing/lines.js';
import { canonicalJson } from './canonical-json.js';
import { ConservationBrokenError } from './conservation.js';
import { deltaByCause } from './delta-by-cause.js';
import { periodStatement } from './period-statement.js';

const USED: Line = { day: '2027-05-05', billed: `${(19_990n * M).toString()}.005` };
const CORRECTION: Line = {
  day: '2027-12-20',
  billed: (14n * M).toString(),
  chargeClass: 'Correction',
  billingPeriodStart: '2028-02-01',
};
const contract = contractOf(EXAMPLE_TERMS);

describe('a statement', () => {
  const attainment = attained({ contract, lines: [USED, { ...USED, chargeCategory: 'Tax' }] });

  it('rounds money once, half-even, to the digits of the currency', () => {
    const statement = periodStatement(attainment, 1);
    expect(statement.figures).toMatchObject({
      minimum: '20000000000.00',
      counted: '19990000000.00',
      shortfall: '10000000.00', // 9,999,999.995: 999,999,999 cents are odd
      excess: '0.00',
    });
    expect(statement.notCounted).toEqual([
      { class: 'TAX', reason: 'tax-never-counts', amount: '19990000000.00' },
    ]);
    expect(statement.classes).toEqual([
      {
        class: 'USAGE',
        raw: '19990000000.00',
        fraction: '1',
        cap: null,
        counted: '19990000000.00',
      },
    ]);
  });

  it('is not made of figures that lost money', () => {
    const [first, ...rest] = attainment.periods;
    if (first === undefined) throw new Error('no period');
    const lossy = { ...attainment, periods: [{ ...first, notCounted: [] }, ...rest] };
    expect(() => periodStatement(lossy, 1)).toThrow(ConservationBrokenError);
  });
});

describe('W11 the delta between two statements', () => {
  const shortfall = (lines: Line[]): bigint => {
    const fold = foldOf({ contract, lines });
    const at = { through: null, watermark: null, today: '2028-03-01' };
    return fold.attainment(COMMITMENT_ID, at).periods[0]?.shortfallE18 ?? -1n;
  };
  const used = { ...USED, billed: (19_990n * M).toString() };

  it('is −10,000,000.00 by the correction', () => {
    const parts = deltaByCause((applied) =>
      shortfall(applied.has('CORRECTION') ? [used, CORRECTION] : [used]),
    );
    expect(parts.map(({ cause, amountE18 }) => [cause, usd(amountE18)])).toEqual([
      ['CORRECTION', '-10000000.00'],
    ]);
  });

  it('adds up when several causes meet', () => {
    const late: Line = { day: '2027-11-01', billed: (3n * M).toString() };
    const parts = deltaByCause((applied) =>
      shortfall([
        used,
        ...(applied.has('LATE_USAGE') ? [late] : []),
        ...(applied.has('CORRECTION') ? [CORRECTION] : []),
      ]),
    );
    expect(parts.map(({ cause, amountE18 }) => [cause, usd(amountE18)])).toEqual([
      ['LATE_USAGE', '-3000000.00'],
      ['CORRECTION', '-7000000.00'],
    ]);
  });
});

describe('canonical JSON', () => {
  it('has one spelling', () => {
    const value = { b: [1, { z: null, a: 'ä"\n' }], a: undefined, A: true };
    expect(canonicalJson(value)).toBe('{"A":true,"b":[1,{"a":"ä\\"\\n","z":null}]}');
    expect(() => canonicalJson({ a: 0.5 })).toThrow(RangeError);
  });
});
