import { Query } from '@nestjs/cqrs';
import type { ApiKeyRecord } from '../storage/api-key.store.js';

/** Keys in the order of their ids, after `afterId` (empty: from the first). */
export class ListApiKeysQuery extends Query<ApiKeyRecord[]> {
  constructor(
    readonly afterId: string,
    readonly limit: number,
  ) {
    super();
  }
}
