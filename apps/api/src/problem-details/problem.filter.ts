import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './send-problem.js';

/** Writes every error as problem details. An unexpected one is logged with its cause: ERROR. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const code = sendProblem(error, request, http.getResponse<FastifyReply>());
    const context = { code, requestId: request.id, route: request.routeOptions.url ?? null };
    if (code === 'internal') {
      this.logger.error({ ...context, cause: error instanceof Error ? error.stack : error });
    } else {
      this.logger.log(context);
    }
  }
}
