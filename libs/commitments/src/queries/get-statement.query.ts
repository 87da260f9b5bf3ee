import { type StatementAnswer } from '@app/wire';
import { Query } from '@nestjs/cqrs';

/** One statement of a period: a version of it, or the newest. */
export class GetStatementQuery extends Query<StatementAnswer> {
  constructor(
    readonly commitmentId: string,
    readonly periodIndex: number,
    readonly version?: number,
  ) {
    super();
  }
}
