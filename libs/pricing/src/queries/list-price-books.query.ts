import { Query } from '@nestjs/cqrs';
import { type ContractSideMeta, type PriceBookView } from './price-book.view.js';

/** A slice of the price books in order of their id. */
export interface PriceBookSlice {
  readonly data: readonly PriceBookView[];
  /** Key to go on after; null: this was the last slice. */
  readonly next: string | null;
  readonly meta: ContractSideMeta;
}

export class ListPriceBooksQuery extends Query<PriceBookSlice> {
  constructor(
    readonly slice: { readonly limit: number; readonly after?: string | undefined },
    readonly asOf?: string,
  ) {
    super();
  }
}
