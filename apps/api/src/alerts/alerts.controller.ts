import { GetAlertQuery, ListAlertsQuery } from '@app/alerts';
import { AlertAnswer, AlertList, AlertsQuery, Identifier, WaitQuery } from '@app/wire';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { sliceOf } from '../request/cursor.js';
import { pageOf } from '../request/page.js';
import { ReadModelGate } from '../request/read-model-gate.js';

@ApiTags('alerts')
@Controller('v1/alerts')
export class AlertsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly gate: ReadModelGate,
  ) {}

  @Get()
  @Route({ summary: 'Episodes of alerts, newest first', access: 'read', answer: AlertList })
  async list(@Query({ schema: AlertsQuery }) query: AlertsQuery): Promise<AlertList> {
    const slice = sliceOf('alerts', query);
    const filter = {
      commitmentId: query['filter[commitmentId]'],
      status: query['filter[status]'],
      severity: query['filter[severity]'],
      kind: query['filter[kind]'],
    };
    await this.gate.pass(query);
    return pageOf('alerts', query, await this.queries.execute(new ListAlertsQuery(slice, filter)));
  }

  @Get(':alertId')
  @Route({ summary: 'An alert with all its revisions', access: 'read', answer: AlertAnswer })
  async get(
    @Param('alertId', { schema: Identifier }) alertId: string,
    @Query({ schema: WaitQuery }) query: WaitQuery,
  ): Promise<AlertAnswer> {
    await this.gate.pass(query);
    return this.queries.execute(new GetAlertQuery(alertId));
  }
}
