import { EventStore } from '@app/event-store';
import { Clock } from '@app/platform';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { AlertReader } from '../storage/alert.reader.js';
import { type AlertsAnswer, ListAlertsQuery } from './list-alerts.query.js';

@QueryHandler(ListAlertsQuery)
export class ListAlertsHandler implements IQueryHandler<ListAlertsQuery> {
  constructor(
    private readonly reader: AlertReader,
    private readonly eventStore: EventStore,
    private readonly clock: Clock,
  ) {}

  async execute({ slice, filter }: ListAlertsQuery): Promise<AlertsAnswer> {
    // The moment first: what is recorded after it may be in the rows, never missing from them.
    const { position } = await this.eventStore.head();
    const asOf = this.clock.now().toISOString();
    const before = slice.after === undefined ? null : BigInt(slice.after);
    const rows = await this.reader.list(filter, before, slice.limit);
    const last = rows.length < slice.limit ? undefined : rows.at(-1);
    return {
      data: rows.map(({ alert }) => alert),
      next: last === undefined ? null : last.sequence.toString(),
      meta: { asOf, position: `-1:${position.toString()}` },
    };
  }
}
