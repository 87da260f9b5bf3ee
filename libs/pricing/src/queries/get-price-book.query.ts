import { Query } from '@nestjs/cqrs';
import { type PriceBookView } from './price-book.view.js';

/** One price book, with everything published in it, as known at a recorded time. */
export class GetPriceBookQuery extends Query<PriceBookView> {
  constructor(
    readonly priceBookId: string,
    readonly asOf?: string,
  ) {
    super();
  }
}
