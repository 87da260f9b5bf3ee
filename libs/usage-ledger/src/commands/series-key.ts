import { LINE_DIMENSIONS, MEASURE_FIELDS, type UsageEvent } from '@app/wire';

/** A cheap exact key of the event's series within its shard; cheaper than canonical JSON. */
export function seriesKey({ source, data }: UsageEvent): string {
  let key = data.invoiceId === undefined ? source : `${source}\0invoiced`;
  for (const name of LINE_DIMENSIONS) key += `\0${data[name] ?? ''}`;
  let mask = 0;
  for (let i = 0; i < MEASURE_FIELDS.length; i += 1) {
    const field = MEASURE_FIELDS[i];
    if (field !== undefined && data[field] !== undefined) mask |= 1 << i;
  }
  return `${key}\0${mask}`;
}
