import { checkDated, isRatio } from './check-values.js';
import { type Discount } from './price-book.state.js';
import { PricingRefusedError } from './pricing.errors.js';

/** @throws PricingRefusedError `ratio-invalid`, `day-invalid`, `period-empty` */
export function checkDiscounts(discounts: readonly Discount[], pointer: string): void {
  discounts.forEach((discount, index) => {
    checkDated(discount, `${pointer}/${index}`);
    if (isRatio(discount.rate)) return;
    throw new PricingRefusedError(
      'ratio-invalid',
      `${pointer}/${index}/rate`,
      `"${discount.rate}" is not a ratio of 0 to 1 with at most 4 decimals`,
    );
  });
}
