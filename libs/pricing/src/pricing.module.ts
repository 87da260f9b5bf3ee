import { EventStore } from '@app/event-store';
import { Database } from '@app/platform';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AddDiscountsHandler } from './commands/add-discounts.handler.js';
import { AddFxRatesHandler } from './commands/add-fx-rates.handler.js';
import { AddPricesHandler } from './commands/add-prices.handler.js';
import { CreateFxTableHandler } from './commands/create-fx-table.handler.js';
import { CreatePriceBookHandler } from './commands/create-price-book.handler.js';
import { FxTableReader } from './queries/fx-table.reader.js';
import { GetFxTableHandler } from './queries/get-fx-table.handler.js';
import { GetPriceBookHandler } from './queries/get-price-book.handler.js';
import { ListFxTablesHandler } from './queries/list-fx-tables.handler.js';
import { ListPriceBooksHandler } from './queries/list-price-books.handler.js';
import { PriceBookReader } from './queries/price-book.reader.js';
import { FxTableNameStore } from './storage/fx-table-name.store.js';
import { PriceBookNameStore } from './storage/price-book-name.store.js';

/**
 * Commands and queries of price books and FX tables. Needs `Database`, `EventStore` and `Clock` from
 * a global module.
 */
@Module({
  imports: [CqrsModule],
  providers: [
    {
      provide: PriceBookNameStore,
      inject: [Database],
      useFactory: (database: Database) => new PriceBookNameStore(database),
    },
    {
      provide: FxTableNameStore,
      inject: [Database],
      useFactory: (database: Database) => new FxTableNameStore(database),
    },
    {
      provide: PriceBookReader,
      inject: [EventStore],
      useFactory: (eventStore: EventStore) => new PriceBookReader(eventStore),
    },
    {
      provide: FxTableReader,
      inject: [EventStore],
      useFactory: (eventStore: EventStore) => new FxTableReader(eventStore),
    },
    CreatePriceBookHandler,
    AddPricesHandler,
    AddDiscountsHandler,
    CreateFxTableHandler,
    AddFxRatesHandler,
    GetPriceBookHandler,
    ListPriceBooksHandler,
    GetFxTableHandler,
    ListFxTablesHandler,
  ],
})
export class PricingModule {}
