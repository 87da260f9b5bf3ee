import { type DeliveryAnswer } from '@app/wire';
import { Query } from '@nestjs/cqrs';

/** One delivery with its bytes and the log of its attempts. */
export class GetDeliveryQuery extends Query<DeliveryAnswer> {
  constructor(readonly deliveryId: string) {
    super();
  }
}
