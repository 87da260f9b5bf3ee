import {
  ChangeEndpointCommand,
  DeleteEndpointCommand,
  GetEndpointQuery,
  ListEndpointsQuery,
  RegisterEndpointCommand,
} from '@app/webhooks';
import {
  EndpointSecretAnswer,
  Identifier,
  ListQuery,
  RegisterEndpointBody,
  UpdateEndpointBody,
  WebhookEndpoint,
  WebhookEndpointList,
} from '@app/wire';
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { Answer } from '../request/answer.js';
import { type Caller, Context } from '../request/caller.js';
import { sliceOf } from '../request/cursor.js';
import { pageOf } from '../request/page.js';
import { GuardedContext } from '../request/precondition.js';
import { endpointAnswer, secretAnswer } from './endpoint-answer.js';

@ApiTags('webhooks')
@Controller('v1/webhook-endpoints')
export class WebhookEndpointsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Route({
    summary: 'Register an endpoint; a signed request verifies it',
    access: 'operate',
    status: 201,
    answer: EndpointSecretAnswer,
    idempotent: true,
  })
  async register(
    @Body({ schema: RegisterEndpointBody }) body: RegisterEndpointBody,
    @Context() caller: Caller,
  ): Promise<Answer<EndpointSecretAnswer>> {
    return secretAnswer(
      await this.commands.execute(new RegisterEndpointCommand(body, caller)),
      201,
    );
  }

  @Get()
  @Route({ summary: 'List endpoints', access: 'inspect', answer: WebhookEndpointList })
  async list(@Query({ schema: ListQuery }) query: ListQuery): Promise<WebhookEndpointList> {
    const slice = sliceOf('webhook-endpoints', query);
    const rows = await this.queries.execute(new ListEndpointsQuery(slice));
    return pageOf('webhook-endpoints', query, rows);
  }

  @Get(':endpointId')
  @Route({ summary: 'An endpoint', access: 'inspect', answer: WebhookEndpoint })
  async get(
    @Param('endpointId', { schema: Identifier }) endpointId: string,
  ): Promise<Answer<WebhookEndpoint>> {
    const endpoint = await this.queries.execute(new GetEndpointQuery(endpointId));
    return new Answer(endpoint, { version: endpoint.version });
  }

  @Patch(':endpointId')
  @Route({
    summary: 'Change or pause an endpoint',
    access: 'operate',
    answer: WebhookEndpoint,
    precondition: 'required',
  })
  async change(
    @Param('endpointId', { schema: Identifier }) endpointId: string,
    @Body({ schema: UpdateEndpointBody }) body: UpdateEndpointBody,
    @GuardedContext() caller: Caller,
  ): Promise<Answer<WebhookEndpoint>> {
    const command = new ChangeEndpointCommand(endpointId, body, caller);
    return endpointAnswer(await this.commands.execute(command));
  }

  @Delete(':endpointId')
  @Route({
    summary: 'End an endpoint; what it was not told is canceled',
    access: 'operate',
    status: 204,
    precondition: 'required',
  })
  async delete(
    @Param('endpointId', { schema: Identifier }) endpointId: string,
    @GuardedContext() caller: Caller,
  ): Promise<Answer<undefined>> {
    const position = await this.commands.execute(new DeleteEndpointCommand(endpointId, caller));
    return new Answer(undefined, { position: `-1:${position.toString()}` });
  }
}
