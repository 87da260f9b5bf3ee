import { formatE18 } from '@app/money';
import { type DiffAnswer } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type FigureChange } from '../domain/index.js';
import { DiffReader } from './diff.reader.js';
import { GetDiffQuery } from './get-diff.query.js';

@QueryHandler(GetDiffQuery)
export class GetDiffHandler implements IQueryHandler<GetDiffQuery> {
  constructor(private readonly diffs: DiffReader) {}

  async execute({ commitmentId, moments }: GetDiffQuery): Promise<DiffAnswer> {
    const { changes, currency, meta } = await this.diffs.read(commitmentId, moments);
    return {
      commitmentId,
      currency,
      from: moments.from,
      to: meta.asOf,
      changes: changes.map(changeView),
      meta,
    };
  }
}

function changeView(change: FigureChange): DiffAnswer['changes'][number] {
  const { periodIndex, figure, beforeE18, afterE18, parts } = change;
  return {
    ...{ periodIndex, figure },
    before: formatE18(beforeE18),
    after: formatE18(afterE18),
    change: formatE18(afterE18 - beforeE18),
    causes: parts.map(({ cause, amountE18 }) => ({ cause, amount: formatE18(amountE18) })),
  };
}
