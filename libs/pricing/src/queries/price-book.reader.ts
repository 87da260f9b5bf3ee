import { EventStore, type StoredEvent } from '@app/event-store';
import { priceBookStream } from '../commands/price-book-stream.js';
import { type PriceBookEvent, priceBookDecider } from '../domain/index.js';
import { recordedBy } from './recorded-by.js';
import { type PriceBookView } from './price-book.view.js';

/** Folds a price book's stream up to a recorded time. */
export class PriceBookReader {
  constructor(private readonly eventStore: EventStore) {}

  async read(priceBookId: string, asOf?: string): Promise<PriceBookView | undefined> {
    const events = (await this.eventStore.readStream(priceBookStream(priceBookId))).filter(
      ({ recordedAt }) => asOf === undefined || recordedBy(recordedAt, asOf),
    );
    const [first, last] = [events[0], events.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const state = (events as StoredEvent<PriceBookEvent>[]).reduce(
      (book, { data }) => priceBookDecider.evolve(book, data),
      priceBookDecider.initial(),
    );
    return {
      ...state,
      version: last.version,
      createdAt: first.recordedAt,
      changedAt: last.recordedAt,
    };
  }
}
