import { canonicalUnit } from './canonical-unit.js';
import { type PriceBook } from './price-book.state.js';
import { bookEdges, bookPrice } from './book-price.js';
import { type PriceStep, SkuPrices } from './sku-prices.js';

/** Price books in the order in which they are asked. */
export class PriceList {
  private readonly known = new Map<string, SkuPrices>();

  constructor(private readonly books: readonly PriceBook[]) {}

  /** Prices of a SKU for quantities in `unit`; the same object for the same question. */
  sku(skuId: string, unit: string): SkuPrices {
    const key = `${skuId}\n${unit}`;
    const known = this.known.get(key);
    if (known) return known;
    const measured = canonicalUnit(unit);
    const edges = new Set([-Infinity, ...this.books.flatMap((book) => bookEdges(book, skuId))]);
    const steps: PriceStep[] = [...edges]
      .sort((a, b) => a - b)
      .map((from) => ({
        from,
        price: first(this.books, (book) => bookPrice(book, skuId, measured, from)),
      }));
    const prices = new SkuPrices(steps);
    this.known.set(key, prices);
    return prices;
  }
}

function first<T, R>(items: readonly T[], ask: (item: T) => R | null): R | null {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== null) return answer;
  }
  return null;
}
