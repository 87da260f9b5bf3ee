import { EventStore } from '@app/event-store';
import { Clock } from '@app/platform';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { PriceBookNameStore } from '../storage/price-book-name.store.js';
import { ListPriceBooksQuery, type PriceBookSlice } from './list-price-books.query.js';
import { PriceBookReader } from './price-book.reader.js';

@QueryHandler(ListPriceBooksQuery)
export class ListPriceBooksHandler implements IQueryHandler<ListPriceBooksQuery> {
  constructor(
    private readonly names: PriceBookNameStore,
    private readonly reader: PriceBookReader,
    private readonly eventStore: EventStore,
    private readonly clock: Clock,
  ) {}

  async execute({ slice, asOf }: ListPriceBooksQuery): Promise<PriceBookSlice> {
    const head = await this.eventStore.head();
    const ids = await this.names.list(slice.after ?? '', slice.limit);
    const books = await Promise.all(ids.map((id) => this.reader.read(id, asOf)));
    return {
      data: books.filter((book) => book !== undefined),
      next: ids.length === slice.limit ? (ids.at(-1) ?? null) : null,
      meta: {
        asOf: asOf ?? head.recordedAt ?? this.clock.now().toISOString(),
        position: `-1:${head.position.toString()}`,
      },
    };
  }
}
