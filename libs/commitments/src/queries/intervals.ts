import { addDays, addMonths, type Day, monthOf } from '@app/calendar';
import { type SeriesAnswer } from '@app/wire';

/** A piece of the time axis; `end` is exclusive. */
export interface AxisInterval {
  readonly day: Day;
  readonly end: Day;
}

/** Cuts `[from, to)` into days, runs of seven days from `from`, or calendar months. */
export function intervals(from: Day, to: Day, interval: SeriesAnswer['interval']): AxisInterval[] {
  const axis: AxisInterval[] = [];
  for (let day = from; day < to;) {
    const next = following(day, interval);
    const end = next < to ? next : to;
    axis.push({ day, end });
    day = end;
  }
  return axis;
}

function following(day: Day, interval: SeriesAnswer['interval']): Day {
  switch (interval) {
    case 'P1D':
      return addDays(day, 1);
    case 'P7D':
      return addDays(day, 7);
    case 'P1M':
      return addMonths(monthOf(day), 1);
  }
}
