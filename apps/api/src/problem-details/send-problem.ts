import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from './to-problem.js';

/** Answers an error as problem details; its code is returned. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): string {
  const { problem, retryAfterSeconds } = toProblem(error, request.id);
  if (reply.sent) return problem.code;
  if (retryAfterSeconds !== null) void reply.header('retry-after', String(retryAfterSeconds));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
  return problem.code;
}
