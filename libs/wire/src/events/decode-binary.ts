import { isUtf8 } from 'node:buffer';
import { isAttribute, type RecordHeaders } from './content-mode.js';
import { LIMITS } from './limits.js';
import { type Json, readJson } from './read-json.js';
import { child, fault } from './reason-codes.js';

const PREFIX = 'ce_';

/** Puts a record in binary form together as the event that the structured form would have carried. */
export function readBinary(headers: RecordHeaders, value: Buffer): Json {
  const attributes = Object.entries(headers).filter(([name]) => isAttribute(name));
  const size = attributes.reduce(
    (sum, [name, bytes]) => sum + name.length + (bytes?.length ?? 0),
    value.length,
  );
  if (size > LIMITS.eventBytes) return { ok: false, fault: fault('event-too-large', '') };
  const data = readJson(value);
  if (!data.ok) return { ok: false, fault: { ...data.fault, pointer: '/data' } };
  const event: [string, unknown][] = [];
  for (const [header, bytes] of attributes) {
    const name = header.slice(PREFIX.length).toLowerCase();
    if (bytes === undefined) continue;
    if (!isUtf8(bytes)) return { ok: false, fault: fault('encoding-invalid', child('', name)) };
    // An attribute header cannot stand in for the value of the record.
    if (name === 'data') return { ok: false, fault: fault('extension-invalid', '/data') };
    event.push([name, bytes.toString('utf8')]);
  }
  // A header can hold what a JSON text would have to escape.
  return { ok: true, value: Object.fromEntries([...event, ['data', data.value]]), isPlain: false };
}
