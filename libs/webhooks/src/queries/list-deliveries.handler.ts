import { type Delivery } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { WebhookEndpointNotFoundError } from '../domain/endpoint.errors.js';
import { DeliveryReader } from '../storage/delivery.reader.js';
import { EndpointReader } from '../storage/endpoint.reader.js';
import { ListDeliveriesQuery } from './list-deliveries.query.js';
import { type ListAnswer, ListMoment, nextKey } from './list.js';

@QueryHandler(ListDeliveriesQuery)
export class ListDeliveriesHandler implements IQueryHandler<ListDeliveriesQuery> {
  constructor(
    private readonly endpoints: EndpointReader,
    private readonly deliveries: DeliveryReader,
    private readonly moment: ListMoment,
  ) {}

  /** @throws WebhookEndpointNotFoundError */
  async execute({ endpointId, slice, state }: ListDeliveriesQuery): Promise<ListAnswer<Delivery>> {
    if ((await this.endpoints.find(endpointId)) === null) {
      throw new WebhookEndpointNotFoundError(endpointId);
    }
    const meta = await this.moment.meta();
    const after = BigInt(slice.after ?? '0');
    const data = await this.deliveries.list(endpointId, state, after, slice.limit);
    return {
      data,
      next: nextKey(
        data.map(({ sequence }) => sequence),
        slice,
      ),
      meta,
    };
  }
}
