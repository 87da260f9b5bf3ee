import { type Day } from '@app/calendar';

/** Decimal string of an amount; `Price` amounts carry at most 12 fraction digits. */
export type Money = string;
/** Decimal string 0..1 with at most 4 fraction digits. */
export type Ratio = string;

/** A window of usage days; an absent end is open. */
export interface Dated {
  readonly effectiveFrom?: Day | undefined;
  /** Exclusive. */
  readonly effectiveTo?: Day | undefined;
}

/** One step of a tiered price; `upTo` is a cumulative quantity of the month, null = no end. */
export interface PriceTier {
  readonly upTo: string | null;
  readonly unitPrice: Money;
}

/** Price of one SKU and unit from `effectiveFrom` until `effectiveTo` or the next `effectiveFrom`. */
export interface Price extends Dated {
  readonly skuId: string;
  readonly unit: string;
  /** `unitPrice` buys this many units. */
  readonly per: '1' | '1000' | '1000000' | '1000000000';
  readonly unitPrice: Money;
  readonly listPrice?: Money | undefined;
  readonly tiers?: readonly PriceTier[] | undefined;
}

/** Lowers billed, contracted and effective cost by `rate`; list cost keeps the list price. */
export interface Discount extends Dated {
  readonly discountId: string;
  readonly rate: Ratio;
  readonly skuIds: readonly string[] | '*';
}

/** A price book with everything published so far, in the order of publication (later corrects earlier). */
export interface PriceBook {
  readonly priceBookId: string;
  readonly provider: string;
  readonly currency: string;
  /** Lower is asked first. */
  readonly priority: number;
  readonly prices: readonly Price[];
  readonly discounts: readonly Discount[];
}
