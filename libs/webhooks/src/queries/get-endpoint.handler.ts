import { type WebhookEndpoint } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { WebhookEndpointNotFoundError } from '../domain/endpoint.errors.js';
import { EndpointReader } from '../storage/endpoint.reader.js';
import { GetEndpointQuery } from './get-endpoint.query.js';

@QueryHandler(GetEndpointQuery)
export class GetEndpointHandler implements IQueryHandler<GetEndpointQuery> {
  constructor(private readonly reader: EndpointReader) {}

  /** @throws WebhookEndpointNotFoundError */
  async execute({ endpointId }: GetEndpointQuery): Promise<WebhookEndpoint> {
    const endpoint = await this.reader.find(endpointId);
    if (endpoint === null) throw new WebhookEndpointNotFoundError(endpointId);
    return endpoint;
  }
}
