import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type RuleRevision } from '../domain/index.js';
import { AlertReader } from '../storage/alert.reader.js';
import { ListAlertRulesQuery } from './list-alert-rules.query.js';

@QueryHandler(ListAlertRulesQuery)
export class ListAlertRulesHandler implements IQueryHandler<ListAlertRulesQuery> {
  constructor(private readonly reader: AlertReader) {}

  execute({ commitmentId }: ListAlertRulesQuery): Promise<RuleRevision[]> {
    return this.reader.rules(commitmentId);
  }
}
