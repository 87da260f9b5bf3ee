import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { GetPriceBookQuery } from './get-price-book.query.js';
import { PriceBookNotFoundError } from './price-book-not-found.error.js';
import { PriceBookReader } from './price-book.reader.js';
import { type PriceBookView } from './price-book.view.js';

@QueryHandler(GetPriceBookQuery)
export class GetPriceBookHandler implements IQueryHandler<GetPriceBookQuery> {
  constructor(private readonly reader: PriceBookReader) {}

  async execute({ priceBookId, asOf }: GetPriceBookQuery): Promise<PriceBookView> {
    const book = await this.reader.read(priceBookId, asOf);
    if (book === undefined) throw new PriceBookNotFoundError(priceBookId);
    return book;
  }
}
