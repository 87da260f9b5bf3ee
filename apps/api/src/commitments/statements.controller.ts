import { GetStatementQuery, ListStatementsQuery } from '@app/commitments';
import {
  Identifier,
  PeriodIndex,
  StatementAnswer,
  StatementList,
  StatementQuery,
  StatementsQuery,
} from '@app/wire';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { sliceOf } from '../request/cursor.js';
import { given } from '../request/given.js';
import { pageOf } from '../request/page.js';

@ApiTags('commitments')
@Controller('v1/commitments/:commitmentId/statements')
export class StatementsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Route({ summary: 'Statements of closed periods', access: 'read', answer: StatementList })
  async list(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Query({ schema: StatementsQuery }) query: StatementsQuery,
  ): Promise<StatementList> {
    const list = `statements/${commitmentId}`;
    const slice = sliceOf(list, query);
    const request = new ListStatementsQuery(commitmentId, slice, given(slice, 'asOf'));
    return pageOf(list, query, await this.queries.execute(request));
  }

  @Get(':periodIndex')
  @Route({ summary: 'One statement as issued', access: 'read', answer: StatementAnswer })
  get(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Param('periodIndex', { schema: PeriodIndex }) periodIndex: number,
    @Query({ schema: StatementQuery }) { version }: StatementQuery,
  ): Promise<StatementAnswer> {
    return this.queries.execute(new GetStatementQuery(commitmentId, periodIndex, version));
  }
}
