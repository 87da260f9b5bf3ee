import { Query } from '@nestjs/cqrs';
import { type RuleRevision } from '../domain/index.js';

/** Rules that are not deleted, of one commitment or (null) of all, in order of their id. */
export class ListAlertRulesQuery extends Query<RuleRevision[]> {
  constructor(readonly commitmentId: string | null = null) {
    super();
  }
}
