import {
  type TextualJson,
  USAGE_EVENT_TYPE,
  type UsageEvent,
  type UsageLine,
} from './usage-event.js';
import { UsageLineSchema } from './usage-line.schema.js';

type Textual = TextualJson | undefined;

/**
 * RFC 8785 (JCS) text of a value without numbers: members sorted by UTF-16 code units, no blanks,
 * strings as ECMAScript writes them. Members that are undefined are left out.
 */
export function canonicalJson(value: TextualJson): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${(value as readonly TextualJson[]).map(canonicalJson).join(',')}]`;
  }
  const members: string[] = [];
  const object = value as Readonly<Record<string, Textual>>;
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

const LINE_FIELDS = Object.keys(UsageLineSchema.shape).sort() as (keyof UsageLine)[];

/**
 * The canonical form of an event: what the ledger stores, compares and hashes. A CloudEvent in
 * RFC 8785 JSON without JSON numbers; `datacontenttype` is constant and left out.
 */
export function canonicalEvent(event: UsageEvent): string {
  const { extensions, data, ...attributes } = event;
  const members: Record<string, string | undefined> = {
    ...extensions,
    ...attributes,
    specversion: '1.0',
    type: USAGE_EVENT_TYPE,
    data: '',
  };
  let json = '';
  for (const name of Object.keys(members).sort()) {
    const value = members[name];
    if (value === undefined) continue;
    json += `${json === '' ? '{' : ','}${JSON.stringify(name)}:`;
    json += name === 'data' ? canonicalLine(data) : JSON.stringify(value);
  }
  return `${json}}`;
}

// Stored events are compared in this form one by one: the fields are sorted once.
function canonicalLine(line: UsageLine): string {
  let json = '';
  for (const name of LINE_FIELDS) {
    const value: unknown = line[name];
    if (value === undefined) continue;
    json += `${json === '' ? '{' : ','}"${name}":${canonicalJson(value as TextualJson)}`;
  }
  return `${json}}`;
}

/** The inverse of `canonicalEvent`; the text is trusted to be one. */
export function parseCanonical(text: string): UsageEvent {
  const { specversion, type, source, id, epoch, sequence, time, traceparent, data, ...extensions } =
    JSON.parse(text) as Record<string, string>;
  if (specversion !== '1.0' || type !== USAGE_EVENT_TYPE) {
    throw new Error('not the canonical form of a usage event');
  }
  return compact({
    source,
    id,
    epoch,
    sequence,
    time,
    traceparent,
    extensions: Object.keys(extensions).length === 0 ? undefined : extensions,
    data,
  }) as unknown as UsageEvent;
}

/** Whether two events say the same, which makes the later one a duplicate and no conflict. */
export function contentEquals(a: UsageEvent, b: UsageEvent): boolean {
  return canonicalEvent(a) === canonicalEvent(b);
}

function compact(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
