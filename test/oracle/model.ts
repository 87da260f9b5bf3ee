/** What the oracle is asked: the bodies of the API and the lines of the exporters, as JSON has them. */
export interface OracleLine {
  /** Order of recording, for late data: a line is known after a close if its number is larger. */
  readonly recorded: number;
  readonly chargePeriodStart: string;
  readonly chargePeriodEnd?: string;
  readonly billingPeriodStart?: string;
  readonly correctedBillingPeriodStart?: string;
  readonly invoiceMonth?: string;
  readonly chargeCategory?: string;
  readonly lineType?: string;
  readonly billingEntity?: string;
  readonly serviceProviderName?: string;
  readonly invoiceIssuerName?: string;
  readonly publisherName?: string;
  readonly billingAccountId?: string;
  readonly subAccountId?: string;
  readonly serviceName?: string;
  readonly skuId?: string;
  readonly regionId?: string;
  readonly workload?: string;
  readonly model?: string;
  readonly accelerator?: string;
  readonly consumedQuantity?: string;
  readonly consumedUnit?: string;
  readonly billedCost?: string;
  readonly listCost?: string;
  readonly contractedCost?: string;
  readonly effectiveCost?: string;
  readonly billingCurrency?: string;
}

export interface OracleRule {
  readonly DimensionName: string;
  readonly Operator: string;
  readonly Values?: readonly string[];
}

export interface OracleClassTerm {
  readonly class: string;
  readonly fraction: string;
  readonly dateTested?: 'USAGE' | 'INVOICE';
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly cap?:
    { of: 'ANNUAL_MINIMUM' | 'COUNTED'; pct: string } | { of: 'FIXED'; amount: string };
}

export interface OracleTerms {
  readonly anchorDate?: string;
  readonly every?: 'YEAR' | 'HALF_YEAR' | 'QUARTER' | 'MONTH' | 'FULL';
  readonly periods?: number;
  readonly minimum?: string | readonly string[];
  readonly schedule?: readonly { start: string; end: string; minimum: string }[];
  readonly kind?: 'PER_PERIOD' | 'CUMULATIVE';
  readonly termMinimum?: string;
  readonly midPeriodAmendment?: 'REPLACE' | 'PRORATE_DAILY';
  readonly basis?: 'BILLED' | 'CONTRACTED' | 'LIST' | 'EFFECTIVE';
  readonly recognition?:
    'CHARGE_PERIOD_START' | 'CHARGE_PERIOD_PRORATED' | 'BILLING_PERIOD' | 'INVOICE_DATE';
  readonly creditsReduce?: boolean;
  readonly supportCounts?: boolean;
  readonly classes?: readonly OracleClassTerm[];
  readonly carryForward?: {
    readonly fraction?: string;
    readonly capPctOfNextMinimum?: string;
    readonly expiresAfterPeriods?: number;
    readonly order?: 'GAP_FILL' | 'FIRST_IN';
  };
  readonly deferral?: { readonly maxPctOfBaseMinimum: string; readonly notInLastPeriod?: boolean };
  readonly shortfall?: { readonly rate?: string; readonly countsTowardTerm?: boolean };
  readonly fx?: { readonly rule?: string; readonly fixed?: Readonly<Record<string, string>> };
}

export interface OracleAmendment {
  readonly effectiveFrom: string;
  readonly minimum: string;
}

export interface OraclePrice {
  readonly skuId: string;
  readonly unit: string;
  readonly per: string;
  readonly unitPrice: string;
  readonly listPrice?: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
}

export interface OracleCase {
  readonly contract: {
    readonly provider: string;
    readonly currency: string;
    readonly start: string;
    readonly end: string;
    readonly billingAccountIds: readonly string[];
    readonly invoiceIssuerNames: readonly string[];
  };
  readonly terms: OracleTerms;
  /** Changes of the minimum for all periods from the one that holds `effectiveFrom`. */
  readonly amendments: readonly OracleAmendment[];
  readonly prices: readonly OraclePrice[];
  readonly discounts: readonly {
    rate: string;
    skuIds: readonly string[] | '*';
    effectiveFrom?: string;
    effectiveTo?: string;
  }[];
  /** Rates to the contract's currency: by month, and by day. */
  readonly rates: readonly { currency: string; month?: string; day?: string; rate: string }[];
  readonly lines: readonly OracleLine[];
}
