import { type WebhookEndpoint } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type ListAnswer, type ListSlice } from './list.js';

/** Endpoints in order of their id. */
export class ListEndpointsQuery extends Query<ListAnswer<WebhookEndpoint>> {
  constructor(readonly slice: ListSlice) {
    super();
  }
}
