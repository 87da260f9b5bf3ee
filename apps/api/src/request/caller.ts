import { type AuthenticatedRequest, type Principal, UnauthenticatedError } from '@app/access';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidInputError } from '../problem-details/invalid-input.error.js';
import { titleOf } from '../problem-details/problems.js';
import { requestHash } from './request-hash.js';

/** Who asks and under which promises; fits the context of every command. */
export interface Caller {
  readonly actor: string;
  readonly idempotencyKey?: string;
  readonly bodyHash?: string;
  readonly expectedVersion?: bigint;
}

type Request = FastifyRequest & AuthenticatedRequest;

/** The principal that the guard has let in. */
export function principalOf(request: AuthenticatedRequest): Principal {
  if (request.principal === undefined) throw new UnauthenticatedError();
  return request.principal;
}

/** @throws InvalidInputError `idempotency-key-invalid` */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && /^[!-~]{1,255}$/.test(key)) return key;
  throw invalidHeader('Idempotency-Key', 'idempotency-key-invalid');
}

/** The version in `If-Match: "7"`. `*` names none, so it is no promise and is refused. */
export function expectedVersionOf(request: FastifyRequest): bigint | undefined {
  const tag = request.headers['if-match'];
  if (tag === undefined) return undefined;
  const version = /^"(\d{1,18})"$/.exec(tag)?.[1];
  if (version !== undefined) return BigInt(version);
  throw invalidHeader('If-Match', 'etag-invalid');
}

export function callerOf(request: Request): Caller {
  const idempotencyKey = idempotencyKeyOf(request);
  const expectedVersion = expectedVersionOf(request);
  return {
    actor: principalOf(request).id,
    ...(idempotencyKey === undefined
      ? {}
      : {
          idempotencyKey,
          bodyHash: requestHash(request.method, request.url, request.body),
        }),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}

/** `@Context() caller: Caller` of a handler. */
export const Context = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<Request>()),
);

function invalidHeader(
  pointer: string,
  code: 'etag-invalid' | 'idempotency-key-invalid',
): InvalidInputError {
  return new InvalidInputError([{ pointer, code, detail: titleOf(code) }]);
}
