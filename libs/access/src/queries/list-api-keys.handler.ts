import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ApiKeyRecord, ApiKeyStore } from '../storage/api-key.store.js';
import { ListApiKeysQuery } from './list-api-keys.query.js';

@QueryHandler(ListApiKeysQuery)
export class ListApiKeysHandler implements IQueryHandler<ListApiKeysQuery> {
  constructor(private readonly keys: ApiKeyStore) {}

  execute({ afterId, limit }: ListApiKeysQuery): Promise<ApiKeyRecord[]> {
    return this.keys.list(afterId, limit);
  }
}
