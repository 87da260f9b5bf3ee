import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

const EVENTS_BYTES = 5 * 1024 * 1024;
const EVENT_TYPES = ['application/cloudevents+json', 'application/cloudevents-batch+json'];

/** Which bodies are read at all: JSON and CloudEvents, neither compressed. */
export function acceptBodies(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  for (const type of EVENT_TYPES) {
    fastify.addContentTypeParser(
      type,
      { parseAs: 'buffer', bodyLimit: EVENTS_BYTES },
      (_request, body, done) => {
        done(null, body);
      },
    );
  }
  fastify.addHook('onRequest', async ({ headers }) => {
    const encoding = headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity')
      throw new UnsupportedMediaTypeException();
    return Promise.resolve();
  });
}
