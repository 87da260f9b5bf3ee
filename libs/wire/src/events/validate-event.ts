import { type z } from 'zod';
import { checkFuture } from './check-future.js';
import { fastEvent } from './fast-event.js';
import { inspect } from './inspect.js';
import { child, type Fault, fault, type ReasonCode, REASONS } from './reason-codes.js';
import { type UsageEvent, type UsageLine } from './usage-event.js';
import { ENVELOPE, UsageEventSchema } from './usage-event.schema.js';

export type Validated =
  { readonly ok: true; readonly event: UsageEvent } | ({ readonly ok: false } & Fault);

/** CloudEvents 1.0, naming of attributes. */
const ATTRIBUTE_NAME = /^[a-z0-9]+$/;

/**
 * Judges one parsed CloudEvent.
 *
 * @param now for the rule on usage in the future
 * @param isPlain the event was parsed from a JSON text without escapes
 */
export function validateEvent(input: unknown, now: Date, isPlain = false): Validated {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { ok: false, ...fault('event-not-object', '') };
  }
  const fast = isPlain ? fastEvent(input as Record<string, unknown>) : undefined;
  return fast === undefined ? judgeBySchema(input, now) : judgeFuture(fast, now);
}

function judgeBySchema(input: object, now: Date): Validated {
  const attributes = withoutNulls(input);
  const early = inspect(input) ?? nameFault(attributes);
  if (early) return { ok: false, ...early };
  const parsed = UsageEventSchema.safeParse(attributes);
  if (!parsed.success) return { ok: false, ...firstFault(parsed.error, attributes) };
  return judgeFuture(toUsageEvent(parsed.data), now);
}

function judgeFuture(event: UsageEvent, now: Date): Validated {
  const late = checkFuture(event, now);
  return late ? { ok: false, ...late } : { ok: true, event };
}

/** CloudEvents JSON format 1.0, section 2.2: a null attribute is the same as an absent one. */
function withoutNulls(input: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

function nameFault(attributes: Record<string, unknown>): Fault | undefined {
  const wrong = Object.keys(attributes).find((name) => !ATTRIBUTE_NAME.test(name));
  return wrong === undefined ? undefined : fault('extension-invalid', child('', wrong));
}

function firstFault(error: z.ZodError, input: unknown): Fault {
  const issue = error.issues[0];
  if (issue === undefined) throw error;
  const base = issue.path.reduce<string>(child, '');
  if (issue.code === 'unrecognized_keys')
    return fault('field-unknown', child(base, issue.keys[0] ?? ''));
  const inner = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
  return fault(codeOf(inner ?? issue.message), base, valueAt(input, issue.path));
}

/** The schema names a code for each of its rules; a value it is surprised by has the wrong type. */
function codeOf(message: string): ReasonCode {
  return Object.hasOwn(REASONS, message) ? (message as ReasonCode) : 'field-type';
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

function toUsageEvent(parsed: z.output<typeof UsageEventSchema>): UsageEvent {
  const extensions: Record<string, string> = {};
  for (const [name, value] of Object.entries(parsed)) {
    if (name === 'dataschema' || !(Object.hasOwn(ENVELOPE, name) || name === 'data')) {
      extensions[name] = value as string;
    }
  }
  const { source, id, epoch, sequence, time, traceparent } = parsed;
  return {
    source,
    id,
    ...(epoch === undefined ? {} : { epoch }),
    ...(sequence === undefined ? {} : { sequence }),
    ...(time === undefined ? {} : { time }),
    ...(traceparent === undefined ? {} : { traceparent }),
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
    data: withoutBlanks(parsed.data),
  };
}

function withoutBlanks(line: object): UsageLine {
  return Object.fromEntries(
    Object.entries(line).filter(([, value]) => value !== undefined),
  ) as unknown as UsageLine;
}
