import type { CommandAnswer, PriceBookView } from '@app/pricing';
import type { Discount, Price, PriceBookAnswer, PriceBookChangedAnswer } from '@app/wire';
import { Answer } from '../request/answer.js';

export function priceBookAnswer(book: PriceBookView): PriceBookAnswer {
  return {
    priceBookId: book.priceBookId,
    provider: book.provider,
    currency: book.currency,
    priority: book.priority,
    version: Number(book.version),
    prices: book.prices.map((price) => ({ ...price }) as Price),
    discounts: book.discounts.map((discount) => ({ ...discount }) as Discount),
    createdAt: book.createdAt,
    changedAt: book.changedAt,
  };
}

export function changedAnswer(
  priceBookId: string,
  { version, position, replayed }: CommandAnswer,
  dryRun: boolean,
): Answer<PriceBookChangedAnswer> {
  const body = { priceBookId, version: Number(version), position, dryRun };
  if (dryRun) return new Answer(body, { status: 200 });
  const location = `/v1/price-books/${priceBookId}`;
  return new Answer(body, { version, position, replayed, location });
}
