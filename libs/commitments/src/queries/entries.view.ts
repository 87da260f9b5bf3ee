import { formatE18 } from '@app/money';
import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type Entry } from '@app/wire';
import { periodOn } from '../projections/position.view.js';
import { type DrawDown, type DrawDownDay, type DrawDownEntry } from './draw-down.js';

/** What a series group is told apart by in the draw-down ledger. */
const DIMENSIONS = [
  'source',
  'billingAccountId',
  'subAccountId',
  'serviceName',
  'serviceCategory',
  'skuId',
  'regionId',
  'workload',
  'model',
  'accelerator',
] as const satisfies readonly (keyof SeriesAttributes)[];

/** A row of the draw-down ledger with the key that a list goes on after. */
export interface KeyedEntry {
  /** `<day>.<place in the day>` */
  readonly key: string;
  readonly entry: Entry;
}

/** The rows of the days asked for, each with what its period has counted after it. */
export function keyedEntries({ body, days, details }: DrawDown): KeyedEntry[] {
  const before = new Map<string, bigint>();
  const running = new Map<number, bigint>();
  for (const { day, countedE18 } of days) {
    const index = periodOn(body.periods, day)?.index ?? -1;
    before.set(day, running.get(index) ?? 0n);
    running.set(index, (running.get(index) ?? 0n) + countedE18);
  }
  return details.flatMap((detail) => {
    let balanceE18 = before.get(detail.day) ?? 0n;
    const periodIndex = periodOn(body.periods, detail.day)?.index ?? null;
    return merged(detail).map(({ entry, group }, place) => {
      balanceE18 += entry.countedE18;
      return {
        key: `${detail.day}.${place}`,
        entry: {
          day: detail.day,
          periodIndex,
          class: entry.class,
          group,
          amount: formatE18(entry.amountE18),
          counted: formatE18(entry.countedE18),
          balance: formatE18(balanceE18),
          rule: entry.rule,
          position: detail.position,
        },
      };
    });
  });
}

/** Whether a row comes after a key; a key that is no key comes before all. */
export function isAfter(key: string, after: string | undefined): boolean {
  if (after === undefined) return true;
  const [[day = '', place = ''], [afterDay = '', afterPlace = '']] = [key, after].map((one) =>
    one.split('.'),
  ) as [string[], string[]];
  return day === afterDay ? Number(place) > Number(afterPlace) : day > afterDay;
}

interface MergedEntry {
  readonly entry: DrawDownEntry;
  readonly group: Record<string, string>;
}

// Series that differ only in what the ledger of a person does not show are one row.
function merged({ entries }: DrawDownDay): MergedEntry[] {
  const rows = new Map<string, MergedEntry>();
  for (const entry of entries) {
    const group = groupOf(entry.attrs);
    const id = JSON.stringify([entry.class, entry.rule, group]);
    const known = rows.get(id)?.entry;
    rows.set(id, { group, entry: known === undefined ? entry : sum(known, entry) });
  }
  return [...rows.values()];
}

function sum(one: DrawDownEntry, other: DrawDownEntry): DrawDownEntry {
  return {
    ...one,
    amountE18: one.amountE18 + other.amountE18,
    countedE18: one.countedE18 + other.countedE18,
  };
}

/** The series group that a person is shown: dimensions that are present. */
export function groupOf(attrs: SeriesAttributes): Record<string, string> {
  const group: Record<string, string> = {};
  for (const name of DIMENSIONS) {
    const value = attrs[name];
    if (value !== undefined) group[name] = value;
  }
  return group;
}
