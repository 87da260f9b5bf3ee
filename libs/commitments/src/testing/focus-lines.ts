import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type Line } from './lines.js';

type Row = Readonly<Record<string, string>>;
type Dimension = Exclude<keyof SeriesAttributes, 'mask' | 'invoiced'>;

const DIMENSIONS: readonly (readonly [Dimension, string])[] = [
  ['chargeCategory', 'ChargeCategory'],
  ['chargeClass', 'ChargeClass'],
  ['serviceProviderName', 'ServiceProviderName'],
  ['serviceProviderName', 'ProviderName'],
  ['hostProviderName', 'HostProviderName'],
  ['invoiceIssuerName', 'InvoiceIssuerName'],
  ['publisherName', 'PublisherName'],
  ['billingAccountId', 'BillingAccountId'],
  ['subAccountId', 'SubAccountId'],
  ['serviceName', 'ServiceName'],
  ['serviceCategory', 'ServiceCategory'],
  ['skuId', 'SkuId'],
  ['regionId', 'RegionId'],
  ['consumedUnit', 'ConsumedUnit'],
  ['billingCurrency', 'BillingCurrency'],
];
const ABSENT = new Set(['', 'NULL', '(null)']);

/** One FOCUS row as a usage line; a fee for what was not used is named by its words. */
export function focusLine(row: Row): Line {
  const value = (name: string): string | undefined => {
    const text = row[name] ?? '';
    return ABSENT.has(text) ? undefined : text;
  };
  const dimensions: Partial<Record<Dimension, string>> = {};
  for (const [dimension, column] of DIMENSIONS) {
    const text = value(column);
    if (text !== undefined) dimensions[dimension] ??= text;
  }
  const start = dayOf(value('ChargePeriodStart') ?? '');
  const amounts = {
    billed: value('BilledCost'),
    list: value('ListCost'),
    contracted: value('ContractedCost'),
    effective: value('EffectiveCost'),
  };
  const fee = value('ChargeFrequency') === 'One-Time' && value('ChargeCategory') === 'Usage';
  const billing = value('BillingPeriodStart');
  return {
    day: start,
    endDay: endOf(value('ChargePeriodEnd') ?? '', start),
    ...Object.fromEntries(Object.entries(amounts).filter(([, text]) => text !== undefined)),
    ...(billing === undefined ? {} : { billingPeriodStart: dayOf(billing) }),
    ...(fee && /unused/i.test(row.ChargeDescription ?? '') ? { lineType: 'ShortfallFee' } : {}),
    ...dimensions,
  };
}

/** `2024-09-01 00:00:00`, `2025-05-01T00:00:00Z` or `5/1/25`. */
function dayOf(text: string): string {
  const [, month, date, year] = /^(\d+)\/(\d+)\/(\d+)$/.exec(text) ?? [];
  if (year === undefined) return text.slice(0, 10);
  return `20${year}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
}

/** The end rounds up to its day. */
function endOf(text: string, start: string): string {
  const midnight = !/\d{2}:\d{2}/.test(text) || text.includes('00:00');
  if (midnight && dayOf(text) > start) return dayOf(text);
  return new Date(Date.parse(start) + 86_400_000).toISOString().slice(0, 10);
}
