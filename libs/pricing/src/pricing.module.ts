import { EventStore } from '@app/event-store';
import { Database } from '@app/platform';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AddPricesHandler } from './commands/add-prices.handler.js';
import { CreatePriceBookHandler } from './commands/create-price-book.handler.js';
import { GetPriceBookHandler } from './queries/get-price-book.handler.js';
import { ListPriceBooksHandler } from './queries/list-price-books.handler.js';
import { PriceBookReader } from './queries/price-book.reader.js';
import { PriceBookNameStore } from './storage/price-book-name.store.js';

/** Commands and queries of price books. Needs `Database`, `EventStore` and `Clock` from a global module. */
@Module({
  imports: [CqrsModule],
  providers: [
    {
      provide: PriceBookNameStore,
      inject: [Database],
      useFactory: (database: Database) => new PriceBookNameStore(database),
    },
    {
      provide: PriceBookReader,
      inject: [EventStore],
      useFactory: (eventStore: EventStore) => new PriceBookReader(eventStore),
    },
    CreatePriceBookHandler,
    AddPricesHandler,
    GetPriceBookHandler,
    ListPriceBooksHandler,
  ],
})
export class PricingModule {}
