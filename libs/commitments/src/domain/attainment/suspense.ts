/** A quantity without a price. */
export interface UnpricedQuantity {
  /** '' when the line names no SKU. */
  readonly skuId: string;
  readonly unit: string;
  readonly quantityE18: bigint;
  readonly lines: bigint;
}

/** Amounts of a currency without a rate. */
export interface Unconverted {
  readonly currency: string;
  readonly amountE18: bigint;
  readonly lines: bigint;
}

/** Accepted, worth nothing yet, always shown. */
export interface Suspense {
  readonly unpricedLines: bigint;
  /** By SKU, then unit. */
  readonly unpricedQuantity: readonly UnpricedQuantity[];
  /** Converted amount of lines that no rule classifies, in all periods. */
  readonly unclassifiedE18: bigint;
  readonly noFxRate: readonly Unconverted[];
  /** Billed lines that do not report the basis amount. */
  readonly basisMissingLines: bigint;
}
