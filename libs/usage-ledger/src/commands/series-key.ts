import { LINE_DIMENSIONS, MEASURE_FIELDS, type UsageEvent } from '@app/wire';

/** Members that count with their value, by a mark of their own. */
const DIMENSION_MARKS = new Map<string, string>(
  LINE_DIMENSIONS.map((name, i) => [name, `\0${String.fromCharCode(0x61 + i)}`]),
);
/** Members whose presence counts. */
const PRESENCE_MARKS = new Map<string, string>(
  [...MEASURE_FIELDS, 'invoiceId'].map((name, i) => [name, `\0${String.fromCharCode(0x41 + i)}`]),
);

/**
 * A cheap key of the event's series within its shard: equal keys mean equal series. The same series
 * may have several, because the order of members is not normalised.
 */
export function seriesKey({ source, data }: UsageEvent): string {
  let key = source;
  const members = data as unknown as Readonly<Record<string, unknown>>;
  for (const name in members) {
    const mark = DIMENSION_MARKS.get(name);
    if (mark !== undefined) key += mark + String(members[name]);
    else key += PRESENCE_MARKS.get(name) ?? '';
  }
  return key;
}
