import { contentMode, contentType, type RecordHeaders } from './content-mode.js';
import { readBinary } from './decode-binary.js';
import { LIMITS } from './limits.js';
import { hasByteOrderMark, type Json, readJson } from './read-json.js';
import { type Fault, fault, type ReasonCode } from './reason-codes.js';
import { splitArray } from './split-array.js';
import { type UsageEvent } from './usage-event.js';
import { validateEvent } from './validate-event.js';

/** One Kafka record as it came. */
export interface UsageRecord {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: RecordHeaders;
}

export interface AcceptedEvent {
  readonly ok: true;
  readonly event: UsageEvent;
}

/** An event for the quarantine. `pointer` (RFC 6901) leads into the event, not into its batch. */
export interface RefusedEvent {
  readonly ok: false;
  readonly code: ReasonCode;
  readonly pointer: string;
  readonly detail: string;
  /** The bytes of this event as sent; of the whole record where no event could be told apart. */
  readonly raw: Buffer;
  readonly source?: string;
  readonly id?: string;
}

export type DecodedEvent = AcceptedEvent | RefusedEvent;

/** `now` is for the rule on usage in the future. */
export interface DecodeLimits {
  readonly now: Date;
}

/**
 * Reads a record in any JSON form (lane C): one entry per event, in order; an empty batch has none.
 * Never throws: what is wrong with one event is said in its entry and touches no other.
 */
export function decodeRecord(record: UsageRecord, { now }: DecodeLimits): DecodedEvent[] {
  const { headers } = record;
  const value = record.value ?? Buffer.alloc(0);
  const refuseAll = (code: ReasonCode, detail?: unknown): DecodedEvent[] => [
    refused(fault(code, '', detail), value),
  ];
  const mode = contentMode(headers);
  if (value.length === 0) return refuseAll('value-empty');
  if (value.length > LIMITS.recordBytes) return refuseAll('record-too-large');
  if (mode === 'unknown') return refuseAll('content-type-unknown', contentType(headers));
  if (mode === 'usage-block') return refuseAll('usage-block-invalid');
  if (hasByteOrderMark(value)) return refuseAll('byte-order-mark');
  if (mode === 'batch') return decodeBatch(value, now);
  if (mode === 'binary') return [judge(readBinary(headers, value), value, now)];
  if (value.length > LIMITS.eventBytes) return refuseAll('event-too-large');
  return [judge(readJson(value), value, now)];
}

/**
 * Each element is cut out and read by itself, so that bytes that are no JSON, no UTF-8 or too large
 * spoil their own event only.
 */
function decodeBatch(value: Buffer, now: Date): DecodedEvent[] {
  const elements = splitArray(value);
  if (elements === undefined) {
    const whole = readJson(value);
    return [refused(whole.ok ? fault('batch-not-array', '') : whole.fault, value)];
  }
  if (elements.length > LIMITS.batchEvents) return [refused(fault('batch-too-large', ''), value)];
  return elements.map((element) =>
    element.length > LIMITS.eventBytes
      ? refused(fault('event-too-large', ''), element)
      : judge(readJson(element), element, now),
  );
}

function judge(json: Json, raw: Buffer, now: Date): DecodedEvent {
  if (!json.ok) return refused(json.fault, raw);
  const judged = validateEvent(json.value, now, json.isPlain);
  return judged.ok ? judged : refused(judged, raw, json.value);
}

function refused({ code, pointer, detail }: Fault, raw: Buffer, value?: unknown): RefusedEvent {
  return { ok: false, code, pointer, detail, raw, ...identityOf(value) };
}

/** What can be said of a refused event's origin, to list and repair it. */
function identityOf(value: unknown): { source?: string; id?: string } {
  if (typeof value !== 'object' || value === null) return {};
  const { source, id } = value as Record<string, unknown>;
  return {
    ...(isName(source, LIMITS.sourceCharacters) ? { source } : {}),
    ...(isName(id, LIMITS.idCharacters) ? { id } : {}),
  };
}

function isName(value: unknown, limit: number): value is string {
  return (
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= limit &&
    !value.includes('\u0000') &&
    !/\p{Surrogate}/u.test(value)
  );
}
