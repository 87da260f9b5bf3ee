import {
  AddFxRatesCommand,
  CreateFxTableCommand,
  GetFxTableQuery,
  ListFxTablesQuery,
} from '@app/pricing';
import {
  AddFxRatesBody,
  CreateFxTableBody,
  DryRunQuery,
  FxTableAnswer,
  FxTableChangedAnswer,
  FxTableList,
  FxTableQuery,
  FxTablesQuery,
  Identifier,
} from '@app/wire';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { Answer } from '../request/answer.js';
import { type Caller, Context } from '../request/caller.js';
import { sliceOf } from '../request/cursor.js';
import { pageOf } from '../request/page.js';
import { GuardedContext } from '../request/precondition.js';
import { fxTableAnswer, fxTableChanged } from './fx-table-answer.js';

@ApiTags('prices')
@Controller('v1/fx-tables')
export class FxTablesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Route({
    summary: 'Open an FX table with its first rates',
    access: 'administer',
    status: 201,
    answer: FxTableChangedAnswer,
    idempotent: true,
  })
  async create(
    @Body({ schema: CreateFxTableBody }) body: CreateFxTableBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @Context() caller: Caller,
  ): Promise<Answer<FxTableChangedAnswer>> {
    const command = new CreateFxTableCommand(body, { ...caller, dryRun });
    return fxTableChanged(body.fxTableId, await this.commands.execute(command), dryRun);
  }

  @Post(':fxTableId/rates')
  @Route({
    summary: 'Publish FX rates; they convert earlier usage too',
    access: 'administer',
    answer: FxTableChangedAnswer,
    idempotent: true,
    precondition: 'required',
  })
  async addRates(
    @Param('fxTableId', { schema: Identifier }) fxTableId: string,
    @Body({ schema: AddFxRatesBody }) body: AddFxRatesBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @GuardedContext() caller: Caller,
  ): Promise<Answer<FxTableChangedAnswer>> {
    const command = new AddFxRatesCommand(fxTableId, body, { ...caller, dryRun });
    return fxTableChanged(fxTableId, await this.commands.execute(command), dryRun);
  }

  @Get()
  @Route({ summary: 'List FX tables', access: 'read', answer: FxTableList })
  async list(@Query({ schema: FxTablesQuery }) query: FxTablesQuery): Promise<FxTableList> {
    const slice = sliceOf('fx-tables', query);
    const rows = await this.queries.execute(new ListFxTablesQuery(slice, slice.asOf));
    return pageOf('fx-tables', query, { ...rows, data: rows.data.map(fxTableAnswer) });
  }

  @Get(':fxTableId')
  @Route({ summary: 'An FX table', access: 'read', answer: FxTableAnswer })
  async get(
    @Param('fxTableId', { schema: Identifier }) fxTableId: string,
    @Query({ schema: FxTableQuery }) { asOf }: FxTableQuery,
  ): Promise<Answer<FxTableAnswer>> {
    const table = await this.queries.execute(new GetFxTableQuery(fxTableId, asOf));
    return new Answer(fxTableAnswer(table), { version: table.version });
  }
}
