import { accepted, judge } from '../testing/judge.js';
import { EXAMPLE, exampleWith } from '../testing/usage-record.js';

describe('fields', () => {
  it.each<[string, unknown, string, string]>([
    [
      'an unknown one',
      exampleWith({ chargePeriodstart: 'x' }),
      'field-unknown',
      '/data/chargePeriodstart',
    ],
    [
      'a missing start',
      exampleWith({ chargePeriodStart: undefined }),
      'field-missing',
      '/data/chargePeriodStart',
    ],
    ['no data', { ...EXAMPLE, data: undefined }, 'field-missing', '/data'],
    ['data of another type', { ...EXAMPLE, data: 'x' }, 'field-type', '/data'],
    ['null', exampleWith({ skuId: null }), 'field-type', '/data/skuId'],
    [
      'another category',
      exampleWith({ chargeCategory: 'usage' }),
      'value-not-listed',
      '/data/chargeCategory',
    ],
    [
      'another class',
      exampleWith({ chargeClass: 'Refund' }),
      'value-not-listed',
      '/data/chargeClass',
    ],
    ['another workload', exampleWith({ workload: 'batch' }), 'value-not-listed', '/data/workload'],
    [
      'no quantity and no cost',
      exampleWith({ consumedQuantity: undefined, consumedUnit: undefined }),
      'no-quantity-and-no-cost',
      '/data',
    ],
    [
      'a unit alone',
      exampleWith({ consumedQuantity: undefined }),
      'quantity-missing',
      '/data/consumedQuantity',
    ],
    [
      'a quantity alone',
      exampleWith({ consumedUnit: undefined }),
      'unit-missing',
      '/data/consumedUnit',
    ],
    [
      'a cost without a currency',
      exampleWith({ billedCost: '1' }),
      'currency-missing',
      '/data/billingCurrency',
    ],
    [
      'a currency that is none',
      exampleWith({ billingCurrency: 'XXX' }),
      'currency-unknown',
      '/data/billingCurrency',
    ],
    [
      'half a reference',
      exampleWith({ corrects: { source: 's' } }),
      'field-missing',
      '/data/corrects/id',
    ],
    [
      'a number in contractApplied',
      exampleWith({ contractApplied: { elements: [{ Cost: 1.25 }] } }),
      'money-must-be-string',
      '/data/contractApplied/elements/0/Cost',
    ],
  ])('refuse %s', (_, event, code, pointer) => {
    expect(judge(event)).toEqual([code, pointer]);
  });

  it('default to the category Usage', () => {
    expect(accepted({}, 'chargeCategory')).toBe('Usage');
    expect(accepted({ chargeCategory: 'Tax' }, 'chargeCategory')).toBe('Tax');
  });

  it('keep the integers of contractApplied as text', () => {
    expect(
      accepted(
        { contractApplied: { n: 12, ok: true, none: null, list: ['1.25', -3] } },
        'contractApplied',
      ),
    ).toEqual({
      n: '12',
      ok: true,
      none: null,
      list: ['1.25', '-3'],
    });
  });
});
