import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { classify } from './classify.js';

const contract = contractOf(EXAMPLE_TERMS);
const [{ terms } = { terms: undefined }] = contract.commitments;
if (terms === undefined) throw new Error('no terms');
const classOf = (attrs: Partial<SeriesAttributes>): string =>
  classify(
    { source: 's', chargeCategory: 'Usage', invoiced: false, mask: 2, ...attrs },
    terms,
    contract,
  ).class;

describe('the built-in rules', () => {
  it.each<[string, Partial<SeriesAttributes>]>([
    ['SHORTFALL_FEE', { lineType: 'ShortfallFee', chargeCategory: 'Tax' }],
    ['BALANCE_SPEND', { lineType: 'ShortfallBalanceSpend' }],
    ['BALANCE_CREDIT', { lineType: 'ShortfallBalanceCredit' }],
    ['TAX', { lineType: 'Usage', chargeCategory: 'Tax' }],
    ['TAX', { lineType: 'Tax' }],
    ['CREDIT', { chargeCategory: 'Credit' }],
    ['USAGE', { lineType: 'Usage', chargeCategory: 'Credit' }],
    ['SUPPORT', { serviceName: 'AWSUnifiedOperations', billingEntity: 'AWS' }],
    ['MARKETPLACE', { serviceName: 'Vendor Support', billingEntity: 'AWS Marketplace' }],
    ['BEDROCK_3P', { serviceName: 'Claude (Bedrock)', billingEntity: 'AWS Marketplace' }],
    ['MARKETPLACE', { lineType: 'Refund', billingEntity: 'AWS Marketplace' }],
    [
      'MARKETPLACE',
      { publisherName: 'Red Hat Inc.', invoiceIssuerName: 'Amazon Web Services, Inc.' },
    ],
    ['USAGE', { publisherName: 'Amazon Web Services Canada, Inc.', invoiceIssuerName: 'AWS' }],
    ['USAGE', { publisherName: 'Red Hat Inc.', invoiceIssuerName: 'A reseller' }],
    ['USAGE', { publisherName: 'Red Hat Inc.' }],
    ['REFUND', { lineType: 'Refund' }],
    ['DISCOUNT', { lineType: 'SomeNewDiscount' }],
    ['UNCLASSIFIED', { lineType: 'DiscountOfSomeKind' }],
    ['UPFRONT_PURCHASE', { lineType: 'Fee' }],
    ['UPFRONT_PURCHASE', { chargeCategory: 'Purchase' }],
    ['USAGE', { lineType: 'RecurringFee', chargeCategory: 'Purchase' }],
    ['ADJUSTMENT', { chargeCategory: 'Adjustment' }],
    ['USAGE', { lineType: 'SavingsPlanNegation' }],
    ['USAGE', {}],
    ['UNCLASSIFIED', { lineType: 'usage' }],
  ])('%s %j', (expected, attrs) => {
    expect(classOf(attrs)).toBe(expected);
  });

  it('name themselves, and come after the contract’s own', () => {
    const line = { source: 's', chargeCategory: 'Tax', invoiced: false, mask: 2 };
    expect(classify(line, terms, contract)).toEqual({ class: 'TAX', ruleId: 'builtin@1/tax' });
    const own = {
      ...terms,
      rules: [
        {
          ruleId: 'clause 7.2',
          class: 'USAGE' as const,
          where: [{ Dimension: 'ChargeCategory', Operator: 'In' as const, Values: ['tax'] }],
        },
      ],
    };
    expect(classify(line, own, contract)).toEqual({ class: 'USAGE', ruleId: 'clause 7.2' });
  });
});
