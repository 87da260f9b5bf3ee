import { parseE18 } from '@app/money';
import { ceilDay, floorDay, type Instant9, parseInstant } from '../events/instant.js';
import { type UsageEvent } from '../events/usage-event.js';
import { MEASURE_FIELDS } from './measures.js';

/** Counts of 10^-18 in the order of `MEASURES`; null = not reported, which is not zero. */
export type MeasureSums = [
  bigint | null,
  bigint | null,
  bigint | null,
  bigint | null,
  bigint | null,
];

/** Where an event adds its amounts: UTC day numbers, the end exclusive. */
export interface EventCell {
  readonly startDay: number;
  readonly endDay: number;
  readonly measures: MeasureSums;
}

/** The start rounds down to its day, the end up; an instant takes one day. */
export function eventCell({ data }: UsageEvent): EventCell {
  const startDay = floorDay(instant(data.chargePeriodStart));
  const endDay =
    data.chargePeriodEnd === undefined ? startDay + 1 : ceilDay(instant(data.chargePeriodEnd));
  const measures = MEASURE_FIELDS.map((field) => {
    const amount = data[field];
    return amount === undefined ? null : parseE18(amount);
  }) as MeasureSums;
  return { startDay, endDay, measures };
}

function instant(text: string): Instant9 {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`not a validated event: ${text}`);
  return parsed;
}
