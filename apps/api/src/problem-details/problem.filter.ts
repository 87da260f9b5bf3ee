import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from './to-problem.js';

/** Writes every error as problem details. An unexpected one is logged with its cause: ERROR. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { problem, retryAfterSeconds } = toProblem(error, request.id);
    this.log(problem.code, request, error);
    if (reply.sent) return;
    if (retryAfterSeconds !== null) void reply.header('retry-after', String(retryAfterSeconds));
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }

  private log(code: string, request: FastifyRequest, error: unknown): void {
    const context = { code, requestId: request.id, route: request.routeOptions.url ?? null };
    if (code === 'internal') {
      this.logger.error({ ...context, cause: error instanceof Error ? error.stack : error });
      return;
    }
    this.logger.log(context);
  }
}
