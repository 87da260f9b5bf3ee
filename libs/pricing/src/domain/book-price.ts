import { dayNumber } from '@app/calendar';
import { parseE18 } from '@app/money';
import { canonicalUnit, type CanonicalUnit } from './canonical-unit.js';
import { type Dated, type Discount, type Price, type PriceBook } from './price-book.state.js';
import { type Fraction, lowestTerms, type UnitPrice } from './unit-price.js';

const E4 = 10_000n;
const E6 = 10n ** 6n;
const E12 = 10n ** 12n;

/** Days on which a price of the SKU may change in this book. */
export function bookEdges(book: PriceBook, skuId: string): number[] {
  const prices = book.prices.filter((price) => price.skuId === skuId);
  if (prices.length === 0) return [];
  return [...prices, ...book.discounts.filter((discount) => covers(discount, skuId))].flatMap(
    ({ effectiveFrom, effectiveTo }) =>
      [effectiveFrom, effectiveTo].flatMap((day) => (day === undefined ? [] : [dayNumber(day)])),
  );
}

/** Price of the SKU for quantities in `measured` on a day (-Infinity: before all edges), or null. */
export function bookPrice(
  book: PriceBook,
  skuId: string,
  measured: CanonicalUnit,
  day: number,
): UnitPrice | null {
  const price = latest(
    book.prices.filter(
      (entry) => entry.skuId === skuId && canonicalUnit(entry.unit).unit === measured.unit,
    ),
    day,
  );
  if (price === null || !holds(price, day)) return null;
  const factor = measured.factor;
  const divisor = BigInt(price.per) * canonicalUnit(price.unit).factor;
  const discount = discountOn(book, skuId, day);
  const net = (unitPrice: string): Fraction =>
    lowestTerms({
      numerator: amountE12(unitPrice) * factor * discount.numerator,
      denominator: E12 * divisor * discount.denominator,
    });
  const unitsE18 = (upTo: string): bigint =>
    (parseE18(upTo) * canonicalUnit(price.unit).factor) / factor;
  return {
    priceBookId: book.priceBookId,
    currency: book.currency,
    net: net(price.unitPrice),
    list: lowestTerms({
      numerator: amountE12(price.listPrice ?? price.unitPrice) * factor,
      denominator: E12 * divisor,
    }),
    tiers:
      price.tiers?.map((tier) => ({
        ...net(tier.unitPrice),
        upToE18: tier.upTo === null ? null : unitsE18(tier.upTo),
      })) ?? null,
  };
}

/** The entry with the newest `effectiveFrom` not after the day; the later publication wins a tie. */
function latest(prices: readonly Price[], day: number): Price | null {
  let best: Price | null = null;
  for (const price of prices) {
    if (start(price) > day) continue;
    if (best === null || start(price) >= start(best)) best = price;
  }
  return best;
}

function discountOn(book: PriceBook, skuId: string, day: number): Fraction {
  const inForce = new Map<string, Discount>();
  for (const discount of book.discounts) {
    if (!covers(discount, skuId) || !holds(discount, day)) continue;
    const other = inForce.get(discount.discountId);
    if (!other || start(discount) >= start(other)) inForce.set(discount.discountId, discount);
  }
  let product: Fraction = { numerator: 1n, denominator: 1n };
  for (const { rate } of inForce.values()) {
    product = {
      numerator: product.numerator * (E4 - parseE18(rate) / (E12 * 100n)),
      denominator: product.denominator * E4,
    };
  }
  return product;
}

function covers(discount: Discount, skuId: string): boolean {
  return discount.skuIds === '*' || discount.skuIds.includes(skuId);
}

function start(dated: Dated): number {
  return dated.effectiveFrom === undefined ? -Infinity : dayNumber(dated.effectiveFrom);
}

function holds(dated: Dated, day: number): boolean {
  return (
    start(dated) <= day && (dated.effectiveTo === undefined || day < dayNumber(dated.effectiveTo))
  );
}

function amountE12(text: string): bigint {
  return parseE18(text) / E6;
}
