import { createHash } from 'node:crypto';
import { InvalidInputError } from '../problem-details/invalid-input.error.js';
import { titleOf } from '../problem-details/problems.js';

const DEFAULT_LIMIT = 100;

/** What of a list is asked for, and the moment that all its pages show. */
export interface Slice {
  readonly limit: number;
  readonly after?: string;
  readonly asOf?: string;
}

interface ListParameters {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly asOf?: string | undefined;
  readonly minPosition?: string | undefined;
  readonly waitMs?: number | undefined;
}

/**
 * The slice that a list's query names. A cursor stays bound to the filter that it came from and to
 * the moment of the first page.
 *
 * @throws InvalidInputError `cursor-invalid`
 */
export function sliceOf(list: string, query: ListParameters): Slice {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const asOf = query.asOf === undefined ? {} : { asOf: query.asOf };
  if (query.cursor === undefined) return { limit, ...asOf };
  const [filter, moment, after] = decode(query.cursor);
  if (filter !== filterOf(list, query) || (query.asOf !== undefined && query.asOf !== moment)) {
    throw invalidCursor();
  }
  return { limit, after, ...(moment === '' ? asOf : { asOf: moment }) };
}

/** The cursor that goes on after a key, or null at the end. */
export function cursorAfter(
  list: string,
  query: ListParameters,
  after: string | null,
  asOf = '',
): string | null {
  if (after === null) return null;
  const parts = [filterOf(list, query), asOf, after];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function filterOf(list: string, query: ListParameters): string {
  const paging = ['limit', 'cursor', 'asOf', 'minPosition', 'waitMs'];
  const filters = Object.entries(query)
    .filter(([name, value]) => !paging.includes(name) && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([list, filters]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function decode(cursor: string): [string, string, string] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === 3 && parts.every((p) => typeof p === 'string')) {
      return parts as [string, string, string];
    }
  } catch {
    // Not JSON: refused below like any other foreign cursor.
  }
  throw invalidCursor();
}

function invalidCursor(): InvalidInputError {
  const code = 'cursor-invalid';
  return new InvalidInputError([{ pointer: 'cursor', code, detail: titleOf(code) }]);
}
