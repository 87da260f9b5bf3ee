import { wholeSeconds } from './fast-instant.js';
import { fastLine } from './fast-line.js';
import { EARLIEST_DAY, LATEST_DAY, LIMITS } from './limits.js';
import { USAGE_EVENT_TYPE, type UsageEvent } from './usage-event.js';

/** A subset of URI-references and of ids that needs no further thought. */
const PLAIN_SOURCE = /^[A-Za-z0-9\-._~:/]{1,256}$/;
const PLAIN_ID = /^[\x20-\x7e]{1,256}$/;
/** At most 19 digits without a leading zero: below 2^64 and canonical. */
const PLAIN_COUNTER = /^(?:0|[1-9]\d{0,18})$/;
const EARLIEST = wholeSeconds(`${EARLIEST_DAY}T00:00:00Z`);
const LATEST = wholeSeconds(`${LATEST_DAY}T00:00:00Z`);

/**
 * The event, if it has only common attributes in their common spelling; else undefined, and the
 * schema decides. Accepts nothing that the schema refuses and reads the same values (a property of
 * the specs). The text that it was parsed from must hold no escape, so no text needs inspection.
 */
export function fastEvent(input: Readonly<Record<string, unknown>>): UsageEvent | undefined {
  const event: Record<string, unknown> = {};
  for (const name in input) {
    const value = input[name];
    if (name === 'data') continue;
    if (typeof value !== 'string' || !isPlain(name, value)) return undefined;
    if (name !== 'specversion' && name !== 'type' && name !== 'datacontenttype')
      event[name] = value;
  }
  const isWhole =
    input.specversion !== undefined &&
    input.type !== undefined &&
    event.source !== undefined &&
    event.id !== undefined;
  if (!isWhole) return undefined;
  const data = fastLine(input.data);
  if (data === undefined) return undefined;
  event.data = data;
  return event as unknown as UsageEvent;
}

function isPlain(name: string, value: string): boolean {
  switch (name) {
    case 'specversion':
      return value === '1.0';
    case 'type':
      return value === USAGE_EVENT_TYPE;
    case 'source':
      return PLAIN_SOURCE.test(value);
    case 'id':
      return PLAIN_ID.test(value);
    case 'epoch':
    case 'sequence':
      return PLAIN_COUNTER.test(value);
    case 'time':
      return wholeSeconds(value) >= EARLIEST && wholeSeconds(value) < LATEST;
    case 'datacontenttype':
      return value === 'application/json';
    case 'traceparent':
      return value.length <= LIMITS.idCharacters;
    default:
      return false;
  }
}
