import { type WebhookEndpoint } from '@app/wire';
import { Query } from '@nestjs/cqrs';

/** One endpoint, without its secrets. */
export class GetEndpointQuery extends Query<WebhookEndpoint> {
  constructor(readonly endpointId: string) {
    super();
  }
}
