import { StreamQuery, type StreamTopic } from '@app/wire';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Route } from '../openapi/route.decorator.js';
import { type FeedEvent, LiveFeed } from './live-feed.js';
import { SseClients } from './sse-clients.js';
import { sseText } from './sse-text.js';

const ALL: readonly StreamTopic[] = ['positions', 'alerts'];

@ApiTags('stream')
@Controller('v1/stream')
export class StreamController {
  constructor(
    private readonly feed: LiveFeed,
    private readonly clients: SseClients,
  ) {}

  @Get()
  @ApiProduces('text/event-stream')
  @Route({ summary: 'Positions and alerts as they change: server-sent events', access: 'read' })
  async open(
    @Query({ schema: StreamQuery }) { topics = [...ALL] }: StreamQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.clients.checkRoom();
    const wanted = (events: readonly FeedEvent[]): FeedEvent[] =>
      events.filter(({ topic }) => topics.includes(topic));
    const { now, position, end } = await this.feed.subscribe((events, at) => {
      this.clients.write(reply.raw, sseText(wanted(events), at));
    });
    // From here on Nest and Fastify leave the answer alone.
    reply.hijack();
    const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream' };
    reply.raw.writeHead(200, headers as Record<string, string>);
    this.clients.add(reply.raw, end);
    // A client that has seen this position knows the state already.
    const known = request.headers['last-event-id'] === position;
    this.clients.write(reply.raw, `: open\n\n${known ? '' : sseText(wanted(now), position)}`);
  }
}
