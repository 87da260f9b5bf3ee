import { Query } from '@nestjs/cqrs';
import { type FxTableView } from './fx-table.view.js';
import { type ContractSideMeta } from './price-book.view.js';

/** A slice of the FX tables in order of their id. */
export interface FxTableSlice {
  readonly data: readonly FxTableView[];
  /** Key to go on after; null: this was the last slice. */
  readonly next: string | null;
  readonly meta: ContractSideMeta;
}

export class ListFxTablesQuery extends Query<FxTableSlice> {
  constructor(
    readonly slice: { readonly limit: number; readonly after?: string | undefined },
    readonly asOf?: string,
  ) {
    super();
  }
}
