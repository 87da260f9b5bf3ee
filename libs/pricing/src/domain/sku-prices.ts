import { type UnitPrice } from './unit-price.js';

/** From a day on, until the next step: the price, or none. */
export interface PriceStep {
  /** Day number; the first step starts at -Infinity. */
  readonly from: number;
  readonly price: UnitPrice | null;
}

/** All prices of one SKU in one unit over time. */
export class SkuPrices {
  constructor(private readonly steps: readonly PriceStep[]) {}

  /** Some price knows tiers, so costs depend on the whole month. */
  get tiered(): boolean {
    return this.steps.some((step) => step.price?.tiers);
  }

  at(day: number): UnitPrice | null {
    for (let index = this.steps.length - 1; index >= 0; index -= 1) {
      const step = this.steps[index];
      if (step && step.from <= day) return step.price;
    }
    return null;
  }
}
