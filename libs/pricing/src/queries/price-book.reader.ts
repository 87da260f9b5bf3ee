import { type EventStore } from '@app/event-store';
import { priceBookStream } from '../commands/price-book-stream.js';
import { priceBookDecider } from '../domain/index.js';
import { knownStream } from './known-stream.js';
import { type PriceBookView } from './price-book.view.js';

/** Folds a price book's stream up to a recorded time. */
export class PriceBookReader {
  constructor(private readonly eventStore: EventStore) {}

  async read(priceBookId: string, asOf?: string): Promise<PriceBookView | undefined> {
    const stream = priceBookStream(priceBookId);
    const known = await knownStream(this.eventStore, stream, priceBookDecider, asOf);
    if (known === undefined) return undefined;
    const { state, ...recorded } = known;
    return { ...state, ...recorded };
  }
}
