import { BATCH_CONTENT_TYPE, POSTED_BYTES, STRUCTURED_CONTENT_TYPE } from '@app/wire';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Which bodies are read at all: JSON and CloudEvents, neither compressed. */
export function acceptBodies(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  for (const type of [STRUCTURED_CONTENT_TYPE, BATCH_CONTENT_TYPE]) {
    fastify.addContentTypeParser(
      type,
      { parseAs: 'buffer', bodyLimit: POSTED_BYTES },
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
