import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Answer, type AnswerHeaders } from './answer.js';

/** Writes the headers of an `Answer` and passes its body on. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((value: unknown) => {
        if (!(value instanceof Answer)) return value;
        write(reply, value.headers);
        return value.body as unknown;
      }),
    );
  }
}

function write(reply: FastifyReply, headers: AnswerHeaders): void {
  const { position, version, location, replayed, status } = headers;
  if (status !== undefined) void reply.status(status);
  if (typeof position === 'string') void reply.header('ledger-position', position);
  if (version !== undefined) void reply.header('etag', `"${version.toString()}"`);
  if (location !== undefined) void reply.header('location', location);
  if (replayed === true) void reply.header('idempotency-replayed', 'true');
}
