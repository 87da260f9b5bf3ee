import { type paths } from '@app/wire';
import createClient, { type Client } from 'openapi-fetch';

import { type Problem } from './answers.js';
import { ProblemError } from './problem.js';

export type Api = Client<paths>;

/** The typed client; `baseUrl` is where the page itself came from. */
export function createApi(key: string, baseUrl: string): Api {
  return createClient<paths>({
    baseUrl,
    headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
    cache: 'no-store',
  });
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of an answer.
 *
 * @throws ProblemError when the API refused or failed
 */
export function bodyOf<T>({ data, error, response }: Answer<T>): T {
  if (response.ok && data !== undefined) return data;
  throw new ProblemError(asProblem(error, response));
}

function asProblem(error: unknown, { status, statusText }: Response): ProblemError['problem'] {
  const told = (typeof error === 'object' ? error : null) as Partial<Problem> | null;
  return {
    title: told?.title ?? (statusText === '' ? `The API answered ${status}` : statusText),
    status,
    detail: told?.detail ?? '',
    code: told?.code ?? 'unknown',
  };
}
