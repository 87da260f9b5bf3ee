import { type DeliveryAnswer } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { WebhookDeliveryNotFoundError } from '../domain/endpoint.errors.js';
import { DeliveryReader } from '../storage/delivery.reader.js';
import { GetDeliveryQuery } from './get-delivery.query.js';

@QueryHandler(GetDeliveryQuery)
export class GetDeliveryHandler implements IQueryHandler<GetDeliveryQuery> {
  constructor(private readonly reader: DeliveryReader) {}

  /** @throws WebhookDeliveryNotFoundError */
  async execute({ deliveryId }: GetDeliveryQuery): Promise<DeliveryAnswer> {
    const delivery = await this.reader.find(deliveryId);
    if (delivery === null) throw new WebhookDeliveryNotFoundError(deliveryId);
    return delivery;
  }
}
