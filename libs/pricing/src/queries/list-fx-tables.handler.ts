import { EventStore } from '@app/event-store';
import { Clock } from '@app/platform';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { FxTableNameStore } from '../storage/fx-table-name.store.js';
import { ListFxTablesQuery, type FxTableSlice } from './list-fx-tables.query.js';
import { FxTableReader } from './fx-table.reader.js';

@QueryHandler(ListFxTablesQuery)
export class ListFxTablesHandler implements IQueryHandler<ListFxTablesQuery> {
  constructor(
    private readonly names: FxTableNameStore,
    private readonly reader: FxTableReader,
    private readonly eventStore: EventStore,
    private readonly clock: Clock,
  ) {}

  async execute({ slice, asOf }: ListFxTablesQuery): Promise<FxTableSlice> {
    const head = await this.eventStore.head();
    const ids = await this.names.list(slice.after ?? '', slice.limit);
    const tables = await Promise.all(ids.map((id) => this.reader.read(id, asOf)));
    return {
      data: tables.filter((table) => table !== undefined),
      next: ids.length === slice.limit ? (ids.at(-1) ?? null) : null,
      meta: {
        asOf: asOf ?? head.recordedAt ?? this.clock.now().toISOString(),
        position: `-1:${head.position.toString()}`,
      },
    };
  }
}
