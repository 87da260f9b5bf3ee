import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { GetFxTableQuery } from './get-fx-table.query.js';
import { FxTableNotFoundError } from './fx-table-not-found.error.js';
import { FxTableReader } from './fx-table.reader.js';
import { type FxTableView } from './fx-table.view.js';

@QueryHandler(GetFxTableQuery)
export class GetFxTableHandler implements IQueryHandler<GetFxTableQuery> {
  constructor(private readonly reader: FxTableReader) {}

  async execute({ fxTableId, asOf }: GetFxTableQuery): Promise<FxTableView> {
    const book = await this.reader.read(fxTableId, asOf);
    if (book === undefined) throw new FxTableNotFoundError(fxTableId);
    return book;
  }
}
