import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type Contract } from '../contract/contract.state.js';
import { type SpendClass } from '../terms/terms.js';
import { isProvider } from './provider-aliases.js';

/** Newest version of the built-in rule set; contracts keep the one they were signed with. */
export const RULE_SET_VERSION = 1;

type Vendor = Pick<Contract, 'provider' | 'invoiceIssuerNames'>;
type Test = (line: SeriesAttributes, vendor: Vendor) => boolean;

const byLineType =
  (...names: string[]): Test =>
  ({ lineType }) =>
    lineType !== undefined && names.includes(lineType);
/** The FOCUS category speaks only where the provider's own line type is silent. */
const byCategory =
  (category: string): Test =>
  ({ lineType, chargeCategory }) =>
    lineType === undefined && chargeCategory === category;
const either =
  (...tests: Test[]): Test =>
  (line, vendor) =>
    tests.some((test) => test(line, vendor));

const isTax: Test = ({ lineType, chargeCategory }) =>
  lineType === 'Tax' || chargeCategory === 'Tax';
const isSupport: Test = ({ billingEntity, serviceName = '' }) =>
  (billingEntity === undefined || billingEntity === 'AWS') &&
  (serviceName.includes('Support') || serviceName === 'AWSUnifiedOperations');
const isMarketplace: Test = ({ billingEntity, publisherName, invoiceIssuerName }, vendor) =>
  billingEntity === 'AWS Marketplace' ||
  (publisherName !== undefined &&
    invoiceIssuerName !== undefined &&
    !isVendor(publisherName, vendor) &&
    isVendor(invoiceIssuerName, vendor));
const isBedrock: Test = (line, vendor) =>
  isMarketplace(line, vendor) && (line.serviceName ?? '').includes('Bedrock');

/** Rule set 1 in the order of commitments.md 3.3; the first match wins. */
const RULES: readonly (readonly [SpendClass, Test])[] = [
  ['SHORTFALL_FEE', byLineType('ShortfallFee')],
  ['BALANCE_SPEND', byLineType('ShortfallBalanceSpend')],
  ['BALANCE_CREDIT', byLineType('ShortfallBalanceCredit')],
  ['TAX', isTax],
  ['CREDIT', either(byLineType('Credit'), byCategory('Credit'))],
  ['SUPPORT', isSupport],
  ['BEDROCK_3P', isBedrock],
  ['MARKETPLACE', isMarketplace],
  ['REFUND', byLineType('Refund')],
  ['DISCOUNT', ({ lineType }) => lineType?.endsWith('Discount') === true],
  [
    'UPFRONT_PURCHASE',
    either(byLineType('Fee', 'SavingsPlanUpfrontFee', 'UpfrontFee'), byCategory('Purchase')),
  ],
  ['ADJUSTMENT', byCategory('Adjustment')],
  [
    'USAGE',
    either(
      byLineType('Usage', 'FlatRateSubscription', 'DiscountedUsage', 'RIFee', 'RecurringFee'),
      byLineType('SavingsPlanCoveredUsage', 'SavingsPlanRecurringFee', 'SavingsPlanNegation'),
      byCategory('Usage'),
    ),
  ],
];

/** Class of a line by the built-in rules. */
export function classifyBuiltin(line: SeriesAttributes, vendor: Vendor): SpendClass {
  return RULES.find(([, matches]) => matches(line, vendor))?.[0] ?? 'UNCLASSIFIED';
}

function isVendor(name: string, { provider, invoiceIssuerNames }: Vendor): boolean {
  return isProvider(name, provider) || invoiceIssuerNames.includes(name);
}
