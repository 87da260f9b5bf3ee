import { createLogger } from '@app/platform';
import { HttpException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { ApiModule } from './api.module.js';
import type { ApiParts } from './core.module.js';
import { serveDashboard } from './dashboard/serve-dashboard.js';
import { addLimitHooks } from './limits/limit-hooks.js';
import { createDocument } from './openapi/document.js';
import { OpenApiText } from './openapi/openapi-text.js';
import { sendProblem } from './problem-details/send-problem.js';
import { acceptBodies } from './security/bodies.js';
import { answerClientError } from './security/client-errors.js';
import { addSecurityHeaders } from './security/headers.js';
import { cutSilentConnections } from './security/silent-connections.js';

const BODY_BYTES = 256 * 1024;
const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;
const HEADER_BYTES = 16 * 1024;
/** An event's id is up to 256 characters, each of up to 12 bytes when percent-encoded. */
const LONGEST_PARAMETER = 4_096;

/** Puts the app together on Fastify; `listen` or `inject` is up to the caller. */
export async function createApp(parts: ApiParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    http: { maxHeaderSize: HEADER_BYTES, headersTimeout: HEADERS_MS },
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    clientErrorHandler: answerClientError,
    // What the router refuses before there is a route: an address that cannot be decoded.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(new HttpException(error.message, error.statusCode ?? 400), request, reply);
    },
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // What is still asked on open connections while closing is answered, not refused.
    return503OnClosing: false,
  });
  const fastify = adapter.getInstance();
  addLimitHooks(fastify, parts.settings.maxInFlight);
  acceptBodies(fastify);
  cutSilentConnections(fastify);
  await addSecurityHeaders(fastify);

  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(parts), adapter, {
    bodyParser: false,
    logger: createLogger('api'),
  });
  const document = createDocument(app);
  app.get(OpenApiText).text = `${JSON.stringify(document, null, 2)}\n`;
  SwaggerModule.setup('docs', app, document, { raw: false });
  await serveDashboard(fastify, parts.settings.dashboardRoot);
  await app.init();
  await fastify.ready();
  return app;
}
