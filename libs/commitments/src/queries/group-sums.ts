import { type Day } from '@app/calendar';
import { type GroupDimension } from '@app/wire';
import { type DaySum, type DrawDownDay, type DrawDownEntry } from './draw-down.js';

/** What the series that share a key count, by day. */
export interface GroupSum {
  readonly key: Record<string, string | null>;
  readonly days: readonly DaySum[];
}

/** Counted amounts by the given dimensions, largest group first; the groups add up to the whole. */
export function groupSums(
  details: readonly DrawDownDay[],
  dimensions: readonly GroupDimension[],
): GroupSum[] {
  if (dimensions.length === 0) return [];
  const groups = new Map<string, { key: GroupSum['key']; days: Map<Day, bigint>; total: bigint }>();
  for (const { day, entries } of details) {
    for (const entry of entries) {
      const key = groupKey(entry, dimensions);
      const id = JSON.stringify(key);
      const group = groups.get(id) ?? { key, days: new Map<Day, bigint>(), total: 0n };
      groups.set(id, group);
      group.days.set(day, (group.days.get(day) ?? 0n) + entry.countedE18);
      group.total += entry.countedE18;
    }
  }
  return [...groups.entries()]
    .sort(([idA, a], [idB, b]) => compare(b.total, a.total) || compare(idA, idB))
    .map(([, { key, days }]) => ({
      key,
      days: [...days].map(([day, countedE18]) => ({ day, countedE18 })),
    }));
}

function groupKey(entry: DrawDownEntry, dimensions: readonly GroupDimension[]): GroupSum['key'] {
  return Object.fromEntries(
    dimensions.map((name) => [name, name === 'class' ? entry.class : (entry.attrs[name] ?? null)]),
  );
}

function compare<T extends bigint | string>(one: T, other: T): number {
  return one < other ? -1 : Number(one > other);
}
