import { type TextualJson, USAGE_EVENT_TYPE, type UsageEvent } from './usage-event.js';

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

/**
 * The canonical form of an event: what the ledger stores, compares and hashes. A CloudEvent in
 * RFC 8785 JSON without JSON numbers; `datacontenttype` is constant and left out.
 */
export function canonicalEvent(event: UsageEvent): string {
  const { extensions, data, ...attributes } = event;
  return canonicalJson({
    ...extensions,
    ...attributes,
    specversion: '1.0',
    type: USAGE_EVENT_TYPE,
    data: data as unknown as TextualJson,
  });
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
