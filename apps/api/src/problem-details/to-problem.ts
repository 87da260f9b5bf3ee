import { isOutage } from '@app/platform';
import type { Problem, ProblemError } from '@app/wire';
import { HttpException } from '@nestjs/common';
import { isProblemCode, type ProblemCode, statusOf, titleOf } from './problems.js';

/** What an answer needs besides the problem itself. */
export interface Refusal {
  readonly problem: Problem;
  readonly retryAfterSeconds: number | null;
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timeout',
  413: 'body-too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  429: 'rate-limited',
  431: 'headers-too-large',
  503: 'unavailable',
};

/** Any error as RFC 9457 problem details; of one that is not known nothing is told but its code. */
export function toProblem(error: unknown, instance: string): Refusal {
  const code = codeOf(error);
  const problem: Problem = {
    type: `/problems/${code}`,
    title: titleOf(code),
    status: statusOf(code),
    detail: detailOf(code, error),
    instance,
    code,
    errors: errorsOf(code, error),
  };
  return { problem, retryAfterSeconds: retryAfterOf(code, error) };
}

function codeOf(error: unknown): ProblemCode {
  if (error instanceof HttpException) return codeOfHttp(error);
  if (isOutage(error)) return 'unavailable';
  const code: unknown = member(error, 'code');
  return isProblemCode(code) ? code : 'internal';
}

// What Fastify refuses before a handler runs.
function codeOfHttp(error: HttpException): ProblemCode {
  if (error.message.includes('JSON') && error.getStatus() === 400) return 'json-invalid';
  return BY_STATUS[error.getStatus()] ?? 'internal';
}

function detailOf(code: ProblemCode, error: unknown): string {
  if (statusOf(code) >= 500 && code !== 'projection-behind') return titleOf(code);
  return error instanceof Error && error.message !== '' ? error.message : titleOf(code);
}

function errorsOf(code: ProblemCode, error: unknown): ProblemError[] {
  const errors: unknown = member(error, 'errors');
  if (Array.isArray(errors)) return errors as ProblemError[];
  const pointer: unknown = member(error, 'pointer');
  return typeof pointer === 'string' ? [{ pointer, code, detail: detailOf(code, error) }] : [];
}

function retryAfterOf(code: ProblemCode, error: unknown): number | null {
  const seconds: unknown = member(error, 'retryAfterSeconds');
  if (typeof seconds === 'number') return seconds;
  return statusOf(code) === 503 || statusOf(code) === 429 ? 1 : null;
}

function member(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null
    ? (error as Record<string, unknown>)[name]
    : undefined;
}
