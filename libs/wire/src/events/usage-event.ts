/** CloudEvents `type` of the only version that this ledger reads. */
export const USAGE_EVENT_TYPE = 'commitment.usage.v1';
export const USAGE_TOPIC = 'ledger.usage.v1';
export const STRUCTURED_CONTENT_TYPE = 'application/cloudevents+json';
export const BATCH_CONTENT_TYPE = 'application/cloudevents-batch+json';
export const USAGE_BLOCK_CONTENT_TYPE = 'application/vnd.commitment-ledger.usage-block';
/** Names the schema of docs/events; `dataschema` may also be any URI that ends in its file name. */
export const USAGE_SCHEMA_ID = 'urn:commitment-ledger:commitment.usage.v1';
export const USAGE_SCHEMA_FILE = 'commitment.usage.v1.json';

export type ChargeCategory = 'Usage' | 'Purchase' | 'Tax' | 'Credit' | 'Adjustment';
export type Workload = 'inference' | 'training' | 'other';

/** A JSON value without numbers: they stand as decimal strings. */
export type TextualJson =
  string | boolean | null | readonly TextualJson[] | { readonly [key: string]: TextualJson };

/** The line that a correction corrects or reverses. */
export interface LineReference {
  readonly source: string;
  readonly id: string;
}

/**
 * One usage line with canonical values: instants in UTC without superfluous fraction digits, months
 * as their first day, amounts as plain decimals without superfluous zeros. Absent is absent, never
 * `undefined`, `null` or blank.
 */
export interface UsageLine {
  readonly chargePeriodStart: string;
  /** Exclusive; absent = an instant. */
  readonly chargePeriodEnd?: string;
  readonly billingPeriodStart?: string;
  readonly invoiceId?: string;
  readonly invoiceMonth?: string;
  readonly chargeCategory: ChargeCategory;
  readonly chargeClass?: 'Correction';
  readonly corrects?: LineReference;
  readonly correctedBillingPeriodStart?: string;
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
  readonly workload?: Workload;
  readonly model?: string;
  readonly accelerator?: string;
  readonly consumedQuantity?: string;
  readonly consumedUnit?: string;
  readonly billedCost?: string;
  readonly listCost?: string;
  readonly contractedCost?: string;
  readonly effectiveCost?: string;
  readonly billingCurrency?: string;
  readonly contractApplied?: Readonly<Record<string, TextualJson>>;
  readonly resourceId?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A validated usage event. Its identity is (source, epoch, sequence) if both are there, else (source, id). */
export interface UsageEvent {
  readonly source: string;
  readonly id: string;
  readonly epoch?: string;
  readonly sequence?: string;
  readonly time?: string;
  readonly traceparent?: string;
  /** Every other CloudEvents attribute (`subject`, `dataschema`, unknown ones) in its text form. */
  readonly extensions?: Readonly<Record<string, string>>;
  readonly data: UsageLine;
}
