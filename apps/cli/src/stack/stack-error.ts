import { errorCode } from './error-code.js';

/** Something that a person can put right: what is wrong, and what to do about it. */
export class StackError extends Error {
  constructor(
    /** kebab-case, printed with the message so that it can be searched for. */
    readonly code: string,
    message: string,
    /** One remedy a line. */
    readonly remedies: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Message, code and remedies as they are shown on a terminal. */
  override toString(): string {
    return [`${this.message} [${this.code}]`, ...this.remedies.map((line) => `  - ${line}`)].join(
      '\n',
    );
  }
}

/** Codes of the operating system that mean a full disk, on Linux and macOS. */
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Turns a full disk into advice; leaves every other error as it is. */
export function explained(error: unknown, folder: string): unknown {
  if (!FULL.has(errorCode(error) ?? '')) return error;
  return new StackError(
    'disk-full',
    `the disk that holds ${folder} is full`,
    ['free some space (the stack wants 1 GB), or run `ledger reset` to forget its data'],
    { cause: error },
  );
}
