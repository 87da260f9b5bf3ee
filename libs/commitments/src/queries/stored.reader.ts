import { type Meta } from '@app/wire';
import { parseE18 } from '@app/money';
import { type SpendClass } from '../domain/index.js';
import { type CompactEntry } from '../projections/compact-entry.js';
import { positionOf } from '../projections/position-of.js';
import { type AttainmentStore, type StoredHeadline } from '../storage/attainment.store.js';
import { type DayRange, type DrawDown, type Headline } from './draw-down.js';

/** Answers the current state from the read models that monitor keeps. */
export class StoredReader {
  constructor(private readonly store: AttainmentStore) {}

  /** One row by primary key; undefined while monitor has not folded the commitment. */
  async headline(commitmentId: string): Promise<Headline | undefined> {
    const stored = await this.store.headline(commitmentId);
    return stored && headlineOf(stored);
  }

  async headlines(ids: readonly string[]): Promise<Map<string, Headline>> {
    const stored = await this.store.headlines(ids);
    return new Map([...stored].map(([id, one]) => [id, headlineOf(one)]));
  }

  async drawDown(commitmentId: string, range?: DayRange): Promise<DrawDown | undefined> {
    const stored = await this.store.drawDown(commitmentId, range);
    if (stored === undefined) return undefined;
    const numbers = new Set(stored.details.flatMap(({ entries }) => entries.map(([no]) => no)));
    const series = await this.store.seriesAttributes(numbers);
    const expand = ([no, spendClass, rule, amount, counted]: CompactEntry) => {
      const attrs = series.get(no);
      if (attrs === undefined) throw new Error(`entry of the unknown series ${no}`);
      return {
        attrs,
        class: spendClass as SpendClass,
        rule,
        amountE18: parseE18(amount),
        countedE18: parseE18(counted),
      };
    };
    return {
      ...headlineOf(stored.headline),
      days: stored.days.map(({ day, counted }) => ({ day, countedE18: parseE18(counted) })),
      details: stored.details.map(({ day, position, entries }) => ({
        day,
        position,
        entries: entries.map(expand),
      })),
    };
  }
}

function headlineOf(stored: StoredHeadline): Headline {
  return { body: stored.body, lifecycle: stored.lifecycle, meta: metaOf(stored) };
}

function metaOf({ head, watermark, silentSources }: StoredHeadline): Meta {
  const asOf = head.asOf ?? head.computedAt;
  return {
    asOf,
    through: null,
    watermark,
    position: positionOf(head),
    computedAt: head.computedAt,
    lagMs: Math.max(0, Date.parse(head.computedAt) - Date.parse(asOf)),
    silentSources,
  };
}
