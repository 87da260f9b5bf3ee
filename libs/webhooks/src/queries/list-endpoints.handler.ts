import { type WebhookEndpoint } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EndpointReader } from '../storage/endpoint.reader.js';
import { ListEndpointsQuery } from './list-endpoints.query.js';
import { type ListAnswer, ListMoment, nextKey } from './list.js';

@QueryHandler(ListEndpointsQuery)
export class ListEndpointsHandler implements IQueryHandler<ListEndpointsQuery> {
  constructor(
    private readonly reader: EndpointReader,
    private readonly moment: ListMoment,
  ) {}

  async execute({ slice }: ListEndpointsQuery): Promise<ListAnswer<WebhookEndpoint>> {
    const meta = await this.moment.meta();
    const data = await this.reader.list(slice.after ?? '', slice.limit);
    return {
      data,
      next: nextKey(
        data.map(({ endpointId }) => endpointId),
        slice,
      ),
      meta,
    };
  }
}
