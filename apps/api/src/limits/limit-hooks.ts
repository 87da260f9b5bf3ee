import { counter, histogram } from '@app/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InFlight, OverloadedError } from './in-flight.js';

const entered = new WeakSet<FastifyRequest>();

const durations = histogram(
  'http_request_duration_seconds',
  'From the first byte of a request to the last of its answer',
  [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  ['route', 'status'],
);
const shed = counter('http_shed_total', 'Requests turned away because of too many in flight');

/** Health is never shed; a stream is no work in flight. */
const EXEMPT = new Set(['/livez', '/readyz', '/startupz', '/metrics', '/v1/stream']);

/** Bounds what is in flight and measures every request. */
export function addLimitHooks(fastify: FastifyInstance, maxInFlight: number): void {
  const inFlight = new InFlight(maxInFlight);
  fastify.addHook('onRequest', async (request) => {
    if (EXEMPT.has(request.routeOptions.url ?? '')) return;
    try {
      await inFlight.enter();
    } catch (error) {
      if (error instanceof OverloadedError) shed.inc();
      throw error;
    }
    entered.add(request);
  });
  const leave = (request: FastifyRequest): void => {
    if (entered.delete(request)) inFlight.leave();
  };
  fastify.addHook('onRequestAbort', async (request) => {
    leave(request);
    return Promise.resolve();
  });
  fastify.addHook('onResponse', async (request, reply) => {
    leave(request);
    const route = request.routeOptions.url ?? 'unmatched';
    durations.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    return Promise.resolve();
  });
}
