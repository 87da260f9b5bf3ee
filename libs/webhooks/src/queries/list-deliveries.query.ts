import { type Delivery } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type ListAnswer, type ListSlice } from './list.js';

/** Deliveries of an endpoint in order of their sequence: what it may have missed. */
export class ListDeliveriesQuery extends Query<ListAnswer<Delivery>> {
  constructor(
    readonly endpointId: string,
    readonly slice: ListSlice,
    readonly state: Delivery['state'] | null = null,
  ) {
    super();
  }
}
