import { GetDiffQuery, GetExplanationQuery } from '@app/commitments';
import { DiffAnswer, DiffQuery, ExplainList, ExplainQuery, Identifier } from '@app/wire';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { sliceOf } from '../request/cursor.js';
import { given } from '../request/given.js';
import { pageOf } from '../request/page.js';

@ApiTags('commitments')
@Controller('v1/commitments/:commitmentId')
export class ExplanationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('explain')
  @Route({ summary: 'The cells and lines behind a figure', access: 'read', answer: ExplainList })
  async explain(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Query({ schema: ExplainQuery }) query: ExplainQuery,
  ): Promise<ExplainList> {
    const list = `explain/${commitmentId}`;
    const slice = sliceOf(list, query);
    const at = { ...given(slice, 'asOf'), ...given(query, 'through', 'minPosition', 'waitMs') };
    const range = given(query, 'day', 'class', 'from', 'to');
    const answer = await this.queries.execute(
      new GetExplanationQuery(commitmentId, range, slice, at),
    );
    return { commitmentId, basis: answer.basis, ...pageOf(list, query, answer) };
  }

  @Get('diff')
  @Route({ summary: 'Why figures changed between two moments', access: 'read', answer: DiffAnswer })
  diff(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Query({ schema: DiffQuery }) query: DiffQuery,
  ): Promise<DiffAnswer> {
    return this.queries.execute(new GetDiffQuery(commitmentId, query));
  }
}
