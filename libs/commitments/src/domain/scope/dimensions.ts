import { type SeriesAttributes } from '@app/usage-ledger/domain';

type TextAttribute = Exclude<keyof SeriesAttributes, 'invoiced' | 'mask'>;

/** FOCUS column (and our `x_` names) → attribute of a usage series. */
const DIMENSIONS: ReadonlyMap<string, TextAttribute> = new Map<string, TextAttribute>([
  ['ChargeCategory', 'chargeCategory'],
  ['ChargeClass', 'chargeClass'],
  ['ServiceProviderName', 'serviceProviderName'],
  ['ProviderName', 'serviceProviderName'],
  ['HostProviderName', 'hostProviderName'],
  ['InvoiceIssuerName', 'invoiceIssuerName'],
  ['InvoiceIssuer', 'invoiceIssuerName'],
  ['PublisherName', 'publisherName'],
  ['Publisher', 'publisherName'],
  ['BillingAccountId', 'billingAccountId'],
  ['SubAccountId', 'subAccountId'],
  ['ServiceName', 'serviceName'],
  ['ServiceCategory', 'serviceCategory'],
  ['SkuId', 'skuId'],
  ['SkuMeter', 'skuMeter'],
  ['RegionId', 'regionId'],
  ['ConsumedUnit', 'consumedUnit'],
  ['BillingCurrency', 'billingCurrency'],
  ['BillingPeriodStart', 'billingPeriodStart'],
  ['x_Workload', 'workload'],
  ['x_Model', 'model'],
  ['x_Accelerator', 'accelerator'],
  ['x_LineType', 'lineType'],
  ['x_BillingEntity', 'billingEntity'],
  ['x_Source', 'source'],
]);

/** True for a dimension that usage series keep. */
export function isDimension(name: string): boolean {
  return DIMENSIONS.has(name);
}

/** Value of a dimension; undefined when the series has none, or the dimension is not kept. */
export function dimensionOf(attrs: SeriesAttributes, name: string): string | undefined {
  const attribute = DIMENSIONS.get(name);
  return attribute === undefined ? undefined : attrs[attribute];
}
