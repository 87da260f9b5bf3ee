import type { OracleLine } from './model.js';

const USAGE_WORDS = new Set([
  'Usage',
  'FlatRateSubscription',
  'DiscountedUsage',
  'RIFee',
  'RecurringFee',
  'SavingsPlanCoveredUsage',
  'SavingsPlanRecurringFee',
  'SavingsPlanNegation',
]);
const UPFRONT_WORDS = new Set(['Fee', 'SavingsPlanUpfrontFee', 'UpfrontFee']);

/**
 * The built-in table of spend classes, top to bottom; the first row that matches wins.
 *
 * @param ofProvider whether a name is the provider's, or one of its other names
 */
export function classOf(line: OracleLine, ofProvider: (name: string) => boolean): string {
  const type = line.lineType;
  const category = line.chargeCategory ?? 'Usage';
  // The category speaks only where the provider gave no word of its own, except for tax.
  const spoken = type === undefined ? category : undefined;
  const service = line.serviceName ?? '';
  const marketplace =
    line.billingEntity === 'AWS Marketplace' ||
    (line.publisherName !== undefined &&
      !ofProvider(line.publisherName) &&
      line.invoiceIssuerName !== undefined &&
      ofProvider(line.invoiceIssuerName));
  const ofAws = line.billingEntity === undefined || line.billingEntity === 'AWS';
  const table: [string, boolean][] = [
    ['SHORTFALL_FEE', type === 'ShortfallFee'],
    ['BALANCE_SPEND', type === 'ShortfallBalanceSpend'],
    ['BALANCE_CREDIT', type === 'ShortfallBalanceCredit'],
    ['TAX', category === 'Tax' || type === 'Tax'],
    ['CREDIT', type === 'Credit' || spoken === 'Credit'],
    ['SUPPORT', ofAws && (service.includes('Support') || service === 'AWSUnifiedOperations')],
    ['BEDROCK_3P', marketplace && service.includes('Bedrock')],
    ['MARKETPLACE', marketplace],
    ['REFUND', type === 'Refund'],
    ['DISCOUNT', type?.endsWith('Discount') ?? false],
    ['UPFRONT_PURCHASE', (type !== undefined && UPFRONT_WORDS.has(type)) || spoken === 'Purchase'],
    ['ADJUSTMENT', spoken === 'Adjustment'],
    ['USAGE', (type !== undefined && USAGE_WORDS.has(type)) || spoken === 'Usage'],
  ];
  return table.find(([, matches]) => matches)?.[0] ?? 'UNCLASSIFIED';
}
