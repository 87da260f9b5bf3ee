import { type UsageEvent, type UsageLine } from '../events/usage-event.js';
import { measureMask } from './measures.js';

/** The dimensions that are fields of the usage line, each kept as the line has it. */
export const LINE_DIMENSIONS = [
  'chargeCategory',
  'chargeClass',
  'lineType',
  'billingEntity',
  'serviceProviderName',
  'hostProviderName',
  'invoiceIssuerName',
  'publisherName',
  'billingAccountId',
  'subAccountId',
  'serviceName',
  'serviceCategory',
  'skuId',
  'skuMeter',
  'regionId',
  'workload',
  'model',
  'accelerator',
  'consumedUnit',
  'billingCurrency',
  'billingPeriodStart',
  'correctedBillingPeriodStart',
  'invoiceMonth',
] as const satisfies readonly (keyof UsageLine)[];
export type LineDimension = (typeof LINE_DIMENSIONS)[number];

/**
 * What makes a series: the dimensions of a line, and which measures it reports. A dimension that the
 * line left out is absent. `billingPeriodStart` and `correctedBillingPeriodStart`, where absent, mean
 * the month of the cell's start day.
 */
export interface SeriesAttributes {
  readonly source: string;
  readonly chargeCategory: string;
  readonly chargeClass?: string;
  readonly lineType?: string;
  readonly billingEntity?: string;
  readonly serviceProviderName?: string;
  readonly hostProviderName?: string;
  readonly invoiceIssuerName?: string;
  readonly publisherName?: string;
  readonly billingAccountId?: string;
  readonly subAccountId?: string;
  readonly serviceName?: string;
  readonly serviceCategory?: string;
  readonly skuId?: string;
  readonly skuMeter?: string;
  readonly regionId?: string;
  readonly workload?: string;
  readonly model?: string;
  readonly accelerator?: string;
  readonly consumedUnit?: string;
  readonly billingCurrency?: string;
  readonly billingPeriodStart?: string;
  readonly correctedBillingPeriodStart?: string;
  readonly invoiceMonth?: string;
  /** Whether the line names an invoice. */
  readonly invoiced: boolean;
  /** Bit `i` = measure `i` of `MEASURES` is reported. */
  readonly mask: number;
}

export function seriesAttributes({ source, data }: UsageEvent): SeriesAttributes {
  const dimensions: Partial<Record<LineDimension, string>> = {};
  for (const name of LINE_DIMENSIONS) {
    const value = data[name];
    if (value !== undefined) dimensions[name] = value;
  }
  return {
    source,
    ...dimensions,
    chargeCategory: data.chargeCategory,
    invoiced: data.invoiceId !== undefined,
    mask: measureMask(data),
  };
}
