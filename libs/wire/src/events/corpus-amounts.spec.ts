import { accepted, judge } from '../testing/judge.js';
import { exampleWith } from '../testing/usage-record.js';

const COST = { billingCurrency: 'USD' };

describe('amounts', () => {
  it.each([
    '1e3',
    'NaN',
    'Infinity',
    '',
    ' 1',
    '1 ',
    '1,0',
    '+1',
    '0x10',
    '１',
    '007',
    '-',
    '.5',
    '5.',
    '1.2.3',
    '-00',
    '1_000',
    '٣',
  ])('refuse %j', (text) => {
    expect(judge(exampleWith({ ...COST, billedCost: text }))).toEqual([
      'decimal-invalid',
      '/data/billedCost',
    ]);
    expect(judge(exampleWith({ consumedQuantity: text }))).toEqual([
      'decimal-invalid',
      '/data/consumedQuantity',
    ]);
  });

  it.each(['123456789012345678901', '0.1234567890123456789', '-100000000000000000000.5'])(
    'refuse %s',
    (text) => {
      expect(judge(exampleWith({ ...COST, listCost: text }))).toEqual([
        'decimal-too-long',
        '/data/listCost',
      ]);
    },
  );

  it.each([
    ['-0', '0'],
    ['0.10', '0.1'],
    ['-0.000', '0'],
    ['100', '100'],
    ['99999999999999999999.999999999999999999', '99999999999999999999.999999999999999999'],
    ['-12.50', '-12.5'],
    ['0.000000000000000001', '0.000000000000000001'],
  ])('read %s exactly, as %s', (text, canonical) => {
    expect(accepted({ ...COST, billedCost: text }, 'billedCost')).toBe(canonical);
    expect(accepted({ consumedQuantity: text }, 'consumedQuantity')).toBe(canonical);
  });

  it.each([5, 0, 1.5, true, null, [], {}])('refuse the cost %j for not being a string', (value) => {
    expect(judge(exampleWith({ ...COST, effectiveCost: value }))).toEqual([
      'money-must-be-string',
      '/data/effectiveCost',
    ]);
  });

  it('take a quantity as a JSON integer below 2^53 only', () => {
    expect(accepted({ consumedQuantity: 9007199254740991 }, 'consumedQuantity')).toBe(
      '9007199254740991',
    );
    expect(accepted({ consumedQuantity: -0 }, 'consumedQuantity')).toBe('0');
    for (const quantity of [2 ** 53, 1.5, 1e300]) {
      expect(judge(exampleWith({ consumedQuantity: quantity }))).toEqual([
        'quantity-not-exact',
        '/data/consumedQuantity',
      ]);
    }
  });
});
