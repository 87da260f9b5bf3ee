const MS_PER_DAY = 86_400_000;

/** Half-open, milliseconds since 1970. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Consecutive windows that fill [start, end), each cut at the multiples of `stepMs`. */
export function windowsBetween(start: number, end: number, stepMs: number): Window[] {
  const windows: Window[] = [];
  for (let at = start; at < end;) {
    const next = Math.min(end, (Math.floor(at / stepMs) + 1) * stepMs);
    windows.push({ start: at, end: next });
    at = next;
  }
  return windows;
}

/** The `days` complete UTC days before the one that holds `now`. */
export function completeDays(now: number, days: number): Window {
  const end = Math.floor(now / MS_PER_DAY) * MS_PER_DAY;
  return { start: end - days * MS_PER_DAY, end };
}
