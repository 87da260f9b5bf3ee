import { canonicalJson } from '../events/canonical.js';
import { type TextualJson, type UsageEvent } from '../events/usage-event.js';
import { LINE_DIMENSIONS, type SeriesAttributes } from '../series/series-attributes.js';
import { CodecError } from './codec.errors.js';
import { tierOf } from './column-identity.js';
import { type Detail } from './column-sparse.js';

/** Members of an event that no other column carries, by the letter that its name begins with. */
const ATTRIBUTE = '@';
const EXTENSION = '+';
const FIELD = '.';
const JSON_FIELD = ':';
/** A dimension whose value in the event is not the one of its series (the tail rule). */
const OWN_DIMENSION = '=';
const NO_DIMENSION = '-';

const JSON_FIELDS = ['contractApplied', 'tags'] as const;
const TEXT_FIELDS = ['invoiceId', 'resourceId'] as const;

type Members = Record<string, unknown> & { extensions?: unknown };

/** What the other columns leave out, in a fixed order. */
export function detailOf(event: UsageEvent, series: SeriesAttributes): Detail {
  const { data, epoch, sequence, traceparent, extensions = {} } = event;
  const detail: [string, string][] = [];
  const add = (kind: string, name: string, value: string | undefined): void => {
    if (value !== undefined) detail.push([kind + name, value]);
  };
  if (tierOf(event) === 2) {
    add(ATTRIBUTE, 'epoch', epoch);
    add(ATTRIBUTE, 'sequence', sequence);
  }
  add(ATTRIBUTE, 'traceparent', traceparent);
  for (const name of Object.keys(extensions).sort()) add(EXTENSION, name, extensions[name]);
  for (const name of TEXT_FIELDS) add(FIELD, name, data[name]);
  for (const name of JSON_FIELDS) {
    const value: TextualJson | undefined = data[name];
    add(JSON_FIELD, name, value === undefined ? undefined : canonicalJson(value));
  }
  for (const name of LINE_DIMENSIONS) {
    if (data[name] !== series[name]) {
      add(data[name] === undefined ? NO_DIMENSION : OWN_DIMENSION, name, data[name] ?? '');
    }
  }
  return detail;
}

/** The event's dimensions as its series has them. */
export function dimensionsOf(series: SeriesAttributes): Members {
  const data: Members = {};
  for (const name of LINE_DIMENSIONS) {
    const value = series[name];
    if (value !== undefined) data[name] = value;
  }
  return data;
}

/** Puts the details back; the inverse of `detailOf`. */
export function applyDetail(detail: Detail, event: Members, data: Members): void {
  const extensions: Members = {};
  for (const [key, value] of detail) {
    const name = key.slice(1);
    const kind = key.charAt(0);
    if (kind === ATTRIBUTE) event[name] = value;
    else if (kind === EXTENSION) extensions[name] = value;
    else if (kind === FIELD || kind === OWN_DIMENSION) data[name] = value;
    else if (kind === JSON_FIELD) data[name] = readJson(value);
    else if (kind === NO_DIMENSION) Reflect.deleteProperty(data, name);
    else throw new CodecError(`unknown detail "${key}"`);
  }
  if (Object.keys(extensions).length > 0) event.extensions = extensions;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CodecError('a detail is no JSON');
  }
}
