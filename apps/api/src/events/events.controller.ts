import { type AuthenticatedRequest } from '@app/access';
import { EventAnswer, EventName, EventsAnswer } from '@app/wire';
import { Body, Controller, Get, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RecordedInterceptor } from '../idempotency/recorded.interceptor.js';
import { Route } from '../openapi/route.decorator.js';
import { Answer } from '../request/answer.js';
import { principalOf } from '../request/caller.js';
import { TakesBytes } from '../request/takes-bytes.decorator.js';
import { EventBridge } from './event-bridge.js';
import { RecordedEvents } from './recorded-events.js';
import { EVENT_BODY } from './event-body.js';

@ApiTags('usage')
@Controller('v1/events')
export class EventsController {
  constructor(
    private readonly bridge: EventBridge,
    private readonly recorded: RecordedEvents,
  ) {}

  @Post()
  @TakesBytes()
  @UseInterceptors(RecordedInterceptor)
  @ApiBody(EVENT_BODY)
  @Route({
    summary: 'Send usage events; answered when the broker has confirmed them',
    access: 'ingest',
    status: 202,
    answer: EventsAnswer,
    idempotent: true,
  })
  async post(
    @Body() body: Buffer,
    @Req() request: FastifyRequest & AuthenticatedRequest,
  ): Promise<Answer<EventsAnswer>> {
    const contentType = request.headers['content-type'] ?? '';
    const answer = await this.bridge.pass(contentType, body, principalOf(request));
    return new Answer(answer, { position: answer.position });
  }

  @Get(':source/:id')
  @Route({ summary: 'One event as recorded', access: 'inspect', answer: EventAnswer })
  get(
    @Param('source', { schema: EventName }) source: string,
    @Param('id', { schema: EventName }) id: string,
  ): Promise<EventAnswer> {
    return this.recorded.find(source, id);
  }
}
