import { type InputFault, InvalidInputError } from '../problem-details/invalid-input.error.js';
import { pointerTo } from '../problem-details/input-faults.js';
import { titleOf } from '../problem-details/problems.js';

const DEEPEST = 32;

/**
 * Refuses what no schema sees: nesting that costs, and text that PostgreSQL cannot store.
 *
 * @throws InvalidInputError `nesting-too-deep`, `text-invalid`
 */
export function inspectText(value: unknown, place: 'body' | 'query'): void {
  const pending: { value: unknown; path: readonly string[] }[] = [{ value, path: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value: one, path } = next;
    if (typeof one === 'string' && !isStorable(one)) throw refuse('text-invalid', path, place);
    if (typeof one !== 'object' || one === null) continue;
    if (path.length >= DEEPEST) throw refuse('nesting-too-deep', path, place);
    for (const [key, member] of Object.entries(one)) {
      if (!isStorable(key)) throw refuse('text-invalid', path, place);
      pending.push({ value: member, path: [...path, key] });
    }
  }
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

function refuse(
  code: InputFault['code'],
  path: readonly string[],
  place: 'body' | 'query',
): InvalidInputError {
  return new InvalidInputError([{ pointer: pointerTo(path, place), code, detail: titleOf(code) }]);
}
