import { addDays } from '@app/calendar';

import { type SeriesPoint } from '../api/answers.js';

/** Days of a burn-up that counts 10 a day against a pace of 12 and a minimum of 100 a week. */
export function examplePoints(start: string, days: number, counted: number): SeriesPoint[] {
  return Array.from({ length: days }, (_, index) => ({
    day: addDays(start, index),
    end: addDays(start, index + 1),
    counted: index < counted ? String((index + 1) * 10) : null,
    required: String(100 * (1 + Math.floor(index / 7))),
    pace: String((index + 1) * 12),
    forecast: null,
  }));
}
