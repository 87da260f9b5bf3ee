import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Caller, callerOf } from './caller.js';

/** Changing what is there wants to know what the caller has seen of it. */
export class PreconditionRequiredError extends Error {
  readonly code = 'precondition-required';

  constructor() {
    super('send If-Match with the ETag that was answered for it');
  }
}

/** As `@Context()`, but an `If-Match` must be there. */
export const GuardedContext = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const caller: Caller = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (caller.expectedVersion === undefined) throw new PreconditionRequiredError();
  return caller;
});
