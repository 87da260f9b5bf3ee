import { type Access, ACCESS, Allow } from '@app/access';
import { applyDecorators, HttpCode } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiHeader,
  ApiOperation,
  ApiResponse,
  type ApiResponseNoStatusOptions,
} from '@nestjs/swagger';
import type { z } from 'zod';

export interface RouteDocument {
  readonly summary: string;
  readonly access: Access | 'open';
  /** Default 200. */
  readonly status?: number;
  /** Schema of the answer; none: no body. */
  readonly answer?: z.ZodType;
  /** Of a POST: takes `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** Takes `If-Match`; `required`: answers 428 without. */
  readonly precondition?: 'optional' | 'required';
}

const KEY_HEADER = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'The same key and request is answered again; another request is refused',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
});

const matchHeader = (required: boolean): MethodDecorator & ClassDecorator =>
  ApiHeader({
    name: 'If-Match',
    required,
    description: 'The ETag that was read; refused when it has changed since',
    schema: { type: 'string', pattern: '^"[0-9]{1,18}"$' },
  });

/** All that a route says about itself: who may use it, and what it answers. */
export function Route(route: RouteDocument): MethodDecorator {
  const { summary, access, status = 200, answer } = route;
  const success: ApiResponseNoStatusOptions = {
    description: 'Done',
    ...(answer === undefined ? {} : { standardSchema: answer }),
  };
  const roles = access === 'open' ? 'open' : ['admin', ...ACCESS[access]].join(', ');
  return applyDecorators(
    Allow(access),
    HttpCode(status),
    ApiOperation({ summary, description: `Roles: ${roles}` }),
    ApiResponse({ status, ...success }),
    ApiResponse({
      status: 'default',
      description: 'Refused or failed',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }),
    ...(access === 'open' ? [] : [ApiBearerAuth()]),
    ...(route.idempotent === true ? [KEY_HEADER] : []),
    ...(route.precondition === undefined ? [] : [matchHeader(route.precondition === 'required')]),
  );
}
