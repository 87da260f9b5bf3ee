import { type ProblemCode, statusOf } from './problems.js';

/** One fault of a request. `pointer` is RFC 6901 into the body, or the name of a parameter. */
export interface InputFault {
  readonly pointer: string;
  readonly code: ProblemCode;
  readonly detail: string;
}

/** A request whose shape is refused, with all its faults. */
export class InvalidInputError extends Error {
  readonly code: ProblemCode;

  constructor(readonly errors: readonly InputFault[]) {
    super(errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '));
    this.code = commonCode(errors);
  }
}

/** The code of all faults if it is one; else the general one, unless all faults are of meaning. */
function commonCode(errors: readonly InputFault[]): ProblemCode {
  const [first, ...others] = new Set(errors.map(({ code }) => code));
  if (first === undefined) return 'invalid-input';
  if (others.length === 0) return first;
  return errors.some(({ code }) => statusOf(code) === 400) ? 'invalid-input' : first;
}
