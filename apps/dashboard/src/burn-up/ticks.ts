import { addMonths, dayNumber } from '@app/calendar';

import { shortMonth } from '../format/date.js';
import { type Frame } from './frame.js';

/** A place of the time axis, counted in whole months from its start. */
export interface Tick {
  readonly day: string;
  readonly label: string;
}

const DAYS_PER_MONTH = 30.4;
const MONTHS_APART = [1, 3, 12, 24, 60];
const PIXELS_APART = 52;

/** Month by month where there is room, else every third month, else year by year. */
export function ticksOf(
  start: string,
  end: string,
  { width, left, right }: Pick<Frame, 'width' | 'left' | 'right'>,
): Tick[] {
  const months = (dayNumber(end) - dayNumber(start)) / DAYS_PER_MONTH;
  const room = Math.max(1, Math.floor((width - left - right) / PIXELS_APART));
  const every = MONTHS_APART.find((step) => months / step <= room) ?? 120;
  const ticks: Tick[] = [];
  for (let month = 0; ; month += every) {
    const day = addMonths(start, month);
    if (day >= end) return ticks;
    ticks.push({ day, label: labelOf(day, every) });
  }
}

/** A month alone inside of its year; its year where the axis goes by years, or a new one begins. */
function labelOf(day: string, every: number): string {
  if (day.slice(5, 7) === '01') return day.slice(0, 4);
  return every < 12 ? shortMonth(day) : `${shortMonth(day)} ${day.slice(0, 4)}`;
}
