import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type InputFault, InvalidInputError } from '../problem-details/invalid-input.error.js';
import { inspectText } from './inspect-text.js';
import { takes } from './takes.js';
import { TAKES_BYTES } from './takes-bytes.decorator.js';

/** Refuses what a route does not take, instead of ignoring it: parameters, bodies, content types. */
@Injectable()
export class RouteShapeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const taken = takes(context.getClass(), context.getHandler().name);
    const query = request.query as Record<string, unknown>;
    if (!taken.query) refuse(Object.keys(query), 'unknown-query-parameter');
    inspectText(query, 'query');
    inspectText(request.params, 'query');
    this.checkBody(context, request.body, taken.body);
    return true;
  }

  private checkBody(context: ExecutionContext, body: unknown, taken: boolean): void {
    const bytes =
      this.reflector.get<boolean | undefined>(TAKES_BYTES, context.getHandler()) === true;
    if (body !== undefined && body !== null && Buffer.isBuffer(body) !== bytes) {
      throw new UnsupportedMediaTypeException();
    }
    if (bytes) return;
    const empty = typeof body === 'object' && body !== null && Object.keys(body).length === 0;
    if (!taken && body !== undefined && body !== null && !empty) refuse([''], 'unexpected-body');
    inspectText(body, 'body');
  }
}

function refuse(names: readonly string[], code: InputFault['code']): void {
  if (names.length === 0) return;
  throw new InvalidInputError(
    names.map((pointer) => ({ pointer, code, detail: `"${pointer}" is not known here` })),
  );
}
