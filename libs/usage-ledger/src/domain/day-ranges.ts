import { formatDay } from '@app/calendar';

/** The union of periods [startDay, endDay) as PostgreSQL's datemultirange text. */
export function dayRanges(periods: Iterable<{ startDay: number; endDay: number }>): string {
  const ends = new Map<number, number>();
  for (const { startDay, endDay } of periods) {
    ends.set(startDay, Math.max(ends.get(startDay) ?? endDay, endDay));
  }
  const joined: [number, number][] = [];
  for (const [start, end] of [...ends].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return `{${joined.map(([start, end]) => `[${formatDay(start)},${formatDay(end)})`).join(',')}}`;
}
