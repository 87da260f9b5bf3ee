import { parseE18 } from '@app/money';
import { canonicalUnit } from './canonical-unit.js';
import { checkDated, isUnsigned } from './check-values.js';
import { type Price, type PriceTier } from './price-book.state.js';
import { PricingRefusedError } from './pricing.errors.js';

const PRICE_DECIMALS = 12;

/**
 * Checks the prices of one request.
 *
 * @throws PricingRefusedError `price-invalid`, `tiers-invalid`, `price-overlap`, `day-invalid`
 */
export function checkPrices(prices: readonly Price[], pointer: string): void {
  prices.forEach((price, index) => {
    const at = `${pointer}/${index}`;
    checkDated(price, at);
    checkAmount(price.unitPrice, `${at}/unitPrice`);
    if (price.listPrice !== undefined) checkAmount(price.listPrice, `${at}/listPrice`);
    if (price.tiers) checkTiers(price.tiers, `${at}/tiers`);
  });
  checkOverlap(prices, pointer);
}

function checkAmount(text: string, pointer: string): void {
  if (isUnsigned(text, PRICE_DECIMALS)) return;
  throw new PricingRefusedError(
    'price-invalid',
    pointer,
    `"${text}" is not a price of 0 or more with at most ${PRICE_DECIMALS} decimals`,
  );
}

function checkTiers(tiers: readonly PriceTier[], pointer: string): void {
  let below = 0n;
  tiers.forEach((tier, index) => {
    checkAmount(tier.unitPrice, `${pointer}/${index}/unitPrice`);
    const open = tier.upTo === null;
    if (open !== (index === tiers.length - 1)) refuse(index, 'only the last tier is open');
    if (tier.upTo === null) return;
    if (!isUnsigned(tier.upTo, 18) || parseE18(tier.upTo) <= below) refuse(index, 'tiers ascend');
    below = parseE18(tier.upTo);
  });
  if (tiers.length === 0) refuse(0, 'at least one tier is needed');

  function refuse(index: number, detail: string): never {
    throw new PricingRefusedError('tiers-invalid', `${pointer}/${index}`, detail);
  }
}

function checkOverlap(prices: readonly Price[], pointer: string): void {
  const known = new Map<string, Price[]>();
  prices.forEach((price, index) => {
    const key = `${price.skuId}\n${canonicalUnit(price.unit).unit}`;
    const others = known.get(key) ?? [];
    if (others.some((other) => overlap(other, price))) {
      throw new PricingRefusedError(
        'price-overlap',
        `${pointer}/${index}`,
        `two prices of ${price.skuId} hold on one day`,
      );
    }
    known.set(key, [...others, price]);
  });
}

/** A price without an end stops at the next start, so only explicit ends and equal starts collide. */
function overlap(a: Price, b: Price): boolean {
  const [from, then] = [a.effectiveFrom ?? '', b.effectiveFrom ?? ''];
  if (from === then) return true;
  const [early, lateStart] = from < then ? [a, then] : [b, from];
  return early.effectiveTo !== undefined && early.effectiveTo > lateStart;
}
