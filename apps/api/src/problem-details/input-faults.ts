import type { z } from 'zod';
import type { InputFault } from './invalid-input.error.js';
import { isProblemCode, type ProblemCode, titleOf } from './problems.js';

type Issue = z.core.$ZodIssue;

/** Where a value stands: in the body (pointers) or in the query or path (names). */
export type Place = 'body' | 'query' | 'param';

const BY_ISSUE: Readonly<Record<string, ProblemCode>> = {
  invalid_type: 'type-invalid',
  invalid_value: 'value-not-listed',
  too_small: 'value-out-of-range',
  too_big: 'value-out-of-range',
};

/** Zod's issues as faults of ours; schemas name codes as their messages, the rest is mapped here. */
export function inputFaults(
  issues: readonly Issue[],
  input: unknown,
  place: Place,
  prefix: readonly PropertyKey[] = [],
): InputFault[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownMember(pointerTo([...path, key], place), key, place));
    }
    if (issue.code === 'invalid_union') return unionFaults(issue, input, place, path);
    if (issue.code === 'invalid_key') {
      return inputFaults(issue.issues, path.at(-1), place, path).map((fault) => ({
        ...fault,
        pointer: pointerTo(path, place),
      }));
    }
    const code = codeOf(issue, input);
    const detail = isProblemCode(issue.message) ? titleOf(code) : issue.message;
    return [{ pointer: pointerTo(path, place), code, detail }];
  });
}

function codeOf(issue: Issue, input: unknown): ProblemCode {
  if (isProblemCode(issue.message)) return issue.message;
  if (issue.code === 'invalid_type' && valueAt(input, issue.path) === undefined) return 'required';
  return BY_ISSUE[issue.code] ?? 'value-invalid';
}

function unknownMember(pointer: string, key: string, place: Place): InputFault {
  return place === 'body'
    ? { pointer, code: 'unknown-field', detail: `"${key}" is not known here` }
    : { pointer, code: 'unknown-query-parameter', detail: `"${key}" is not known here` };
}

/** Of the alternatives the one that went furthest, or that says best what it wants. */
function unionFaults(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  input: unknown,
  place: Place,
  path: readonly PropertyKey[],
): InputFault[] {
  const value = valueAt(input, issue.path);
  const ranked = issue.errors
    .map((branch) => ({ branch, rank: Math.max(...branch.map(rankOf)) }))
    .sort((a, b) => b.rank - a.rank);
  return inputFaults(ranked[0]?.branch ?? [], value, place, path);
}

function rankOf(issue: Issue): number {
  return issue.path.length * 2 + (isProblemCode(issue.message) ? 1 : 0);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  );
}

/** RFC 6901 in a body; the plain name of a parameter. */
export function pointerTo(path: readonly PropertyKey[], place: Place): string {
  if (place !== 'body') return path.map(String).join('.');
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
