/** Days as JavaScript dates at UTC midnight, one by one: slow and plain. */
const DAY_MS = 86_400_000;

export const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
export const nameOf = (number: number): string =>
  new Date(number * DAY_MS).toISOString().slice(0, 10);
export const length = (start: string, end: string): number => numberOf(end) - numberOf(start);
export const plusDays = (day: string, days: number): string => nameOf(numberOf(day) + days);
export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

/** The day so many months later, or the last day of that month if it is shorter. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  for (let tried = date; ; tried -= 1) {
    const moved = new Date(Date.UTC(year, month - 1 + months, tried));
    const wanted = ((((month - 1 + months) % 12) + 12) % 12) + 1;
    if (moved.getUTCMonth() + 1 === wanted) return moved.toISOString().slice(0, 10);
  }
}

/** Whether `day` lies in the window; open ends are infinite, the end is exclusive. */
export function within(day: string, from: string | undefined, to: string | undefined): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}
