import { decodeRecord } from '../events/decode-record.js';
import { type UsageEvent } from '../events/usage-event.js';
import { exampleWith, NOW, structured } from './usage-record.js';

/** Reason code and pointer, or the accepted event. */
export function judge(event: unknown): [string, string] | UsageEvent {
  const [decoded] = decodeRecord(structured(event), { now: NOW });
  if (decoded === undefined) throw new Error('no event');
  return decoded.ok ? decoded.event : [decoded.code, decoded.pointer];
}

/** The named field of the line that the example with these changes is accepted as. */
export function accepted(data: object, field: string): unknown {
  const event = judge(exampleWith(data));
  return Array.isArray(event) ? event : (event.data as unknown as Record<string, unknown>)[field];
}
