import { type StatementAnswer } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { StatementStore } from '../storage/statement.store.js';
import { GetStatementQuery } from './get-statement.query.js';
import { StatementNotFoundError } from './statement-not-found.error.js';

@QueryHandler(GetStatementQuery)
export class GetStatementHandler implements IQueryHandler<GetStatementQuery> {
  constructor(private readonly statements: StatementStore) {}

  async execute(query: GetStatementQuery): Promise<StatementAnswer> {
    const { commitmentId, periodIndex, version } = query;
    const found = await this.statements.find(commitmentId, periodIndex, version);
    if (found === undefined) throw new StatementNotFoundError(commitmentId, periodIndex, version);
    return found;
  }
}
