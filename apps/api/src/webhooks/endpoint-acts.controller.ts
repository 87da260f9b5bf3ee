import {
  EnableEndpointCommand,
  ListDeliveriesQuery,
  RotateSecretCommand,
  TestEndpointCommand,
} from '@app/webhooks';
import {
  DeliveriesQuery,
  DeliveryList,
  EndpointSecretAnswer,
  Identifier,
  RotateSecretBody,
  TestDeliveryAnswer,
  WebhookEndpoint,
} from '@app/wire';
import { Body, Controller, Get, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { RecordedInterceptor } from '../idempotency/recorded.interceptor.js';
import { Route } from '../openapi/route.decorator.js';
import type { Answer } from '../request/answer.js';
import { type Caller, Context } from '../request/caller.js';
import { sliceOf } from '../request/cursor.js';
import { pageOf } from '../request/page.js';
import { endpointAnswer, secretAnswer } from './endpoint-answer.js';

const OVERLAP_HOURS = 24;

/** What is done with an endpoint, besides changing it. */
@ApiTags('webhooks')
@Controller('v1/webhook-endpoints/:endpointId')
export class EndpointActsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('secret/rotate')
  @Route({
    summary: 'A new signing key; the old ones go on for a while',
    access: 'operate',
    answer: EndpointSecretAnswer,
    idempotent: true,
    precondition: 'optional',
  })
  async rotate(
    @Param('endpointId', { schema: Identifier }) endpointId: string,
    @Body({ schema: RotateSecretBody.optional() }) body: RotateSecretBody | undefined,
    @Context() caller: Caller,
  ): Promise<Answer<EndpointSecretAnswer>> {
    const hours = body?.overlapHours ?? OVERLAP_HOURS;
    const command = new RotateSecretCommand(endpointId, hours, caller);
    return secretAnswer(await this.commands.execute(command), 200);
  }

  @Post('enable')
  @Route({
    summary: 'Verify the endpoint afresh, at most once a minute',
    access: 'operate',
    answer: WebhookEndpoint,
    idempotent: true,
    precondition: 'optional',
  })
  async enable(
    @Param('endpointId', { schema: Identifier }) endpointId: string,
    @Context() caller: Caller,
  ): Promise<Answer<WebhookEndpoint>> {
    const command = new EnableEndpointCommand(endpointId, caller);
    return endpointAnswer(await this.commands.execute(command));
  }

  @Post('test')
  @UseInterceptors(RecordedInterceptor)
  @Route({
    summary: 'Send a test message as an ordinary delivery',
    access: 'operate',
    status: 202,
    answer: TestDeliveryAnswer,
    idempotent: true,
  })
  test(
    @Param('endpointId', { schema: Identifier }) endpointId: string,
    @Context() caller: Caller,
  ): Promise<TestDeliveryAnswer> {
    return this.commands.execute(new TestEndpointCommand(endpointId, caller));
  }

  @Get('deliveries')
  @Route({ summary: 'Deliveries in their order', access: 'inspect', answer: DeliveryList })
  async deliveries(
    @Param('endpointId', { schema: Identifier }) endpointId: string,
    @Query({ schema: DeliveriesQuery }) query: DeliveriesQuery,
  ): Promise<DeliveryList> {
    const list = `deliveries/${endpointId}`;
    const slice = sliceOf(list, query);
    const state = query['filter[state]'] ?? null;
    const request = new ListDeliveriesQuery(endpointId, slice, state);
    return pageOf(list, query, await this.queries.execute(request));
  }
}
