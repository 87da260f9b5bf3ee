import { type Day } from '@app/calendar';
import { type GroupDimension } from '@app/wire';
import { type DaySum, type DrawDownDay, type DrawDownEntry } from './draw-down.js';

/** What the series that share a key count, by day. */
export interface GroupSum {
  readonly key: Record<string, string | null>;
  readonly days: readonly DaySum[];
}

interface Group {
  readonly id: string;
  readonly key: GroupSum['key'];
  readonly days: Map<Day, bigint>;
  totalE18: bigint;
}

/** Counted amounts by the given dimensions, largest group first; the groups add up to the whole. */
export function groupSums(
  details: readonly DrawDownDay[],
  dimensions: readonly GroupDimension[],
): GroupSum[] {
  if (dimensions.length === 0) return [];
  const groups = new Groups(dimensions);
  for (const { day, entries } of details) {
    for (const entry of entries) {
      const group = groups.of(entry);
      group.days.set(day, (group.days.get(day) ?? 0n) + entry.countedE18);
      group.totalE18 += entry.countedE18;
    }
  }
  return groups.largestFirst().map(({ key, days }) => ({
    key,
    days: [...days].map(([day, countedE18]) => ({ day, countedE18 })),
  }));
}

class Groups {
  private readonly byId = new Map<string, Group>();
  // Entries of a series share its attributes: the key is written once for each, not for each day.
  private readonly known = new Map<DrawDownEntry['attrs'], Map<DrawDownEntry['class'], Group>>();

  constructor(private readonly dimensions: readonly GroupDimension[]) {}

  of(entry: DrawDownEntry): Group {
    const byClass = this.known.get(entry.attrs) ?? new Map<DrawDownEntry['class'], Group>();
    const group = byClass.get(entry.class) ?? this.find(entry);
    this.known.set(entry.attrs, byClass.set(entry.class, group));
    return group;
  }

  largestFirst(): Group[] {
    return [...this.byId.values()].sort(
      (one, other) => compare(other.totalE18, one.totalE18) || compare(one.id, other.id),
    );
  }

  private find({ attrs, class: spendClass }: DrawDownEntry): Group {
    const values = this.dimensions.map((name) =>
      name === 'class' ? spendClass : (attrs[name] ?? null),
    );
    const id = JSON.stringify(values);
    const key = Object.fromEntries(this.dimensions.map((name, i) => [name, values[i] ?? null]));
    const group = this.byId.get(id) ?? { id, key, days: new Map<Day, bigint>(), totalE18: 0n };
    this.byId.set(id, group);
    return group;
  }
}

function compare<T extends bigint | string>(one: T, other: T): number {
  return one < other ? -1 : Number(one > other);
}
