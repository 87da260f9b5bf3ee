import type { Day } from '@app/calendar';

/**
 * The dimensions that buckets are summed by, and which measures the lines report. Absent dimensions
 * are undefined; months are their first day.
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
  /** Bit i is set when measure i (quantity, billed, list, contracted, effective) is reported. */
  readonly mask: number;
}

/** A series as known across shards: by the digest of its canonical attributes, in hex. */
export interface LedgerSeries {
  readonly digest: string;
  readonly attrs: SeriesAttributes;
}

/** Sums of one series over [startDay, endDay) in day numbers, UTC; null = no line reports it. */
export interface Cell {
  readonly digest: string;
  readonly startDay: number;
  readonly endDay: number;
  readonly events: bigint;
  readonly quantityE18: bigint | null;
  readonly billedE18: bigint | null;
  readonly listE18: bigint | null;
  readonly contractedE18: bigint | null;
  readonly effectiveE18: bigint | null;
}

/** What one segment says about one of its sources. */
export interface SourceTrailer {
  readonly source: string;
  readonly events: number;
  /** The last day that a charge of this segment reached the start of: its end rounded down. */
  readonly maxChargeEnd: Day | null;
  /** A number of the source's sequence has not arrived, as of this segment. */
  readonly openGap: boolean;
}

export interface SourceFreshness {
  readonly source: string;
  readonly shard: number;
  readonly events: bigint;
  /** Usage of all days before this one is complete, as far as the source tells; null = unknown. */
  readonly watermark: Day | null;
  /** Greatest charge end so far: ahead of the watermark while a gap is open. */
  readonly reached: Day | null;
  readonly lastRecordedAt: string;
  readonly openGap: boolean;
}
