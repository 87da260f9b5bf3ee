import { type ListMeta, type StatementAnswer, type StatementSummary } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CommitmentNameStore } from '../storage/commitment-name.store.js';
import { type StatementKey, StatementStore } from '../storage/statement.store.js';
import { ContractSide } from './contract-side.js';
import { ListStatementsQuery } from './list-statements.query.js';
import { CommitmentNotFoundError } from './not-found.errors.js';
import { type ListAnswer, nextKey } from './read-address.js';

const BEFORE_ALL: StatementKey = { periodIndex: -1, version: 0 };

@QueryHandler(ListStatementsQuery)
export class ListStatementsHandler implements IQueryHandler<ListStatementsQuery> {
  constructor(
    private readonly names: CommitmentNameStore,
    private readonly statements: StatementStore,
    private readonly side: ContractSide,
  ) {}

  async execute({
    commitmentId,
    slice,
    at,
  }: ListStatementsQuery): Promise<ListAnswer<StatementSummary, ListMeta>> {
    if ((await this.names.contractOf(commitmentId)) === undefined) {
      throw new CommitmentNotFoundError(commitmentId);
    }
    const meta = await this.side.meta(at);
    const after = slice.after === undefined ? BEFORE_ALL : keyOf(slice.after);
    const issued = await this.statements.list(commitmentId, after, slice.limit, at.asOf);
    const keys = issued.map(({ periodIndex, version }) => `${periodIndex}:${version}`);
    return { data: issued.map(summary), next: nextKey(keys, slice), meta };
  }
}

function keyOf(after: string): StatementKey {
  const [periodIndex = -1, version = 0] = after.split(':').map(Number);
  return { periodIndex, version };
}

function summary(statement: StatementAnswer): StatementSummary {
  const { periodIndex, version, start, end, state, incomplete, issuedAt, inputsHash } = statement;
  const { counted, shortfall } = statement.figures;
  return {
    ...{ periodIndex, version, start, end, state, incomplete },
    ...{ counted, shortfall, issuedAt, inputsHash },
  };
}
