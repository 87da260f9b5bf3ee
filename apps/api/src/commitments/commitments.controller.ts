import {
  GetCommitmentQuery,
  GetEntriesQuery,
  GetPositionQuery,
  GetSeriesQuery,
  ListCommitmentsQuery,
} from '@app/commitments';
import {
  CommitmentAnswer,
  CommitmentList,
  CommitmentsQuery,
  EntriesQuery,
  EntryList,
  Identifier,
  PositionAnswer,
  ReadQuery,
  SeriesAnswer,
  SeriesQuery,
} from '@app/wire';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { Answer } from '../request/answer.js';
import { sliceOf } from '../request/cursor.js';
import { given } from '../request/given.js';
import { pageOf } from '../request/page.js';

@ApiTags('commitments')
@Controller('v1/commitments')
export class CommitmentsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Route({ summary: 'The portfolio', access: 'read', answer: CommitmentList })
  async list(
    @Query({ schema: CommitmentsQuery }) query: CommitmentsQuery,
  ): Promise<CommitmentList> {
    const slice = sliceOf('commitments', query);
    const include = { position: query.include === 'position' };
    const at = { ...given(slice, 'asOf'), ...given(query, 'through', 'minPosition', 'waitMs') };
    const rows = await this.queries.execute(new ListCommitmentsQuery(slice, include, at));
    return pageOf('commitments', query, rows);
  }

  @Get(':commitmentId')
  @Route({ summary: 'Terms in force', access: 'read', answer: CommitmentAnswer })
  async get(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Query({ schema: ReadQuery }) query: ReadQuery,
  ): Promise<Answer<CommitmentAnswer>> {
    const commitment = await this.queries.execute(new GetCommitmentQuery(commitmentId, query));
    return new Answer(commitment, { version: commitment.contractVersion });
  }

  @Get(':commitmentId/position')
  @Route({ summary: 'Where the commitment stands', access: 'read', answer: PositionAnswer })
  position(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Query({ schema: ReadQuery }) query: ReadQuery,
  ): Promise<PositionAnswer> {
    return this.queries.execute(new GetPositionQuery(commitmentId, query));
  }

  @Get(':commitmentId/series')
  @Route({ summary: 'The burn-up', access: 'read', answer: SeriesAnswer })
  series(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Query({ schema: SeriesQuery }) query: SeriesQuery,
  ): Promise<SeriesAnswer> {
    const at = given(query, 'asOf', 'through', 'minPosition', 'waitMs');
    return this.queries.execute(new GetSeriesQuery(commitmentId, query, at));
  }

  @Get(':commitmentId/entries')
  @Route({ summary: 'The draw-down ledger', access: 'read', answer: EntryList })
  async entries(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Query({ schema: EntriesQuery }) query: EntriesQuery,
  ): Promise<EntryList> {
    const list = `entries/${commitmentId}`;
    const slice = sliceOf(list, query);
    const at = { ...given(slice, 'asOf'), ...given(query, 'through', 'minPosition', 'waitMs') };
    const request = new GetEntriesQuery(commitmentId, given(query, 'from', 'to'), slice, at);
    return pageOf(list, query, await this.queries.execute(request));
  }
}
