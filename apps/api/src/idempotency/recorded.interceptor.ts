import { type AuthenticatedRequest, RequestRecordStore } from '@app/access';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Answer } from '../request/answer.js';
import { idempotencyKeyOf, principalOf } from '../request/caller.js';
import { requestHash } from '../request/request-hash.js';
import { IdempotencyKeyReusedError, RequestInFlightError } from './idempotency.errors.js';

/** Gives the POSTs that are no commands their idempotency: the answer is kept and given again. */
@Injectable()
export class RecordedInterceptor implements NestInterceptor {
  constructor(private readonly records: RequestRecordStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & AuthenticatedRequest>();
    const key = idempotencyKeyOf(request);
    if (key === undefined) return next.handle();
    return from(this.once(key, request, http.getResponse<FastifyReply>(), next));
  }

  private async once(
    key: string,
    request: FastifyRequest & AuthenticatedRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const owner = { actor: principalOf(request).id, key };
    const hash = requestHash(request.method, request.url, request.body);
    const begun = await this.records.begin(owner, hash);
    switch (begun.outcome) {
      case 'in-flight':
        throw new RequestInFlightError(key);
      case 'other-request':
        throw new IdempotencyKeyReusedError(key);
      case 'answered': {
        const { status, headers, body } = begun.answer;
        const { position } = headers;
        return new Answer(JSON.parse(body) as unknown, {
          status,
          replayed: true,
          ...(position === undefined ? {} : { position }),
        });
      }
      case 'new':
        return this.perform(owner, reply, next);
    }
  }

  private async perform(
    owner: { readonly actor: string; readonly key: string },
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    try {
      const value: unknown = await lastValueFrom(next.handle());
      const answer = value instanceof Answer ? value : new Answer<unknown>(value, {});
      const { position, status } = answer.headers;
      await this.records.complete(owner, {
        status: status ?? reply.statusCode,
        headers: typeof position === 'string' ? { position } : {},
        body: JSON.stringify(answer.body),
      });
      return value;
    } catch (error) {
      // Without effect, or of an outcome that a repeat settles: events are counted once.
      await this.records.abandon(owner);
      throw error;
    }
  }
}
