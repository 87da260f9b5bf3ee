import { z } from 'zod';
import { canonicalDecimal } from './decimal.js';
import { orMissing } from './event-scalars.js';
import { type TextualJson } from './usage-event.js';

/**
 * An object of any shape. Integers below 2^53 become their digits; any other number is refused,
 * because a JSON number cannot be trusted to carry an amount.
 */
export const ContractApplied = z
  .record(z.string(), z.unknown(), { error: orMissing('field-type') })
  .transform((value, context) => {
    const refusePath = (path: PropertyKey[]): void => {
      context.addIssue({ code: 'custom', message: 'money-must-be-string', path });
    };
    return textualMembers(value, [], refusePath);
  });

type Refuse = (path: PropertyKey[]) => void;

function textual(value: unknown, path: PropertyKey[], refuse: Refuse): TextualJson {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) refuse(path);
    return canonicalDecimal(String(value));
  }
  if (Array.isArray(value)) return value.map((item, i) => textual(item, [...path, i], refuse));
  if (typeof value === 'object' && value !== null) return textualMembers(value, path, refuse);
  return value as string | boolean | null;
}

function textualMembers(
  value: object,
  path: PropertyKey[],
  refuse: Refuse,
): Record<string, TextualJson> {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, textual(item, [...path, key], refuse)]),
  );
}
