import { Query } from '@nestjs/cqrs';
import { type FxTableView } from './fx-table.view.js';

/** One FX table, with everything published in it, as known at a recorded time. */
export class GetFxTableQuery extends Query<FxTableView> {
  constructor(
    readonly fxTableId: string,
    readonly asOf?: string,
  ) {
    super();
  }
}
