import { type Problem } from './answers.js';

/** What a person is shown; `code` is the API's, or one of the page's own. */
export type Told = Pick<Problem, 'title' | 'status' | 'detail'> & { readonly code: string };

/** A refusal or failure of the API, told by its problem details (RFC 9457). */
export class ProblemError extends Error {
  constructor(readonly problem: Told) {
    super(problem.title);
  }
}

/** What to show for any failure: the API's own words, or that it could not be reached. */
export function problemOf(error: unknown): ProblemError['problem'] {
  if (error instanceof ProblemError) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { title: 'The API cannot be reached', status: 0, detail, code: 'unreachable' };
}

/** Whether asking again can help without anybody changing anything. */
export function isPassing(error: unknown): boolean {
  const { status } = problemOf(error);
  return status === 0 || status === 429 || status >= 500;
}
