import { formatDay, monthOf } from '@app/calendar';
import {
  canonicalUnit,
  costE18,
  type PriceList,
  tieredCostE18,
  type UnitPrice,
} from '@app/pricing/domain';
import { type MeteredCell } from './billed-wins.js';

interface Month {
  readonly skuId: string;
  /** Base unit, in which quantities of all series add up. */
  readonly unit: string;
  readonly cells: Set<MeteredCell>;
}

/** A cell with its new worth. */
export interface Repriced {
  readonly cell: MeteredCell;
  readonly price: UnitPrice;
  readonly worthE18: bigint;
}

/**
 * Tiered prices: a cell costs `T(after) − T(before)` of the month's cumulative quantity, over all
 * series of the SKU in the order (day, series digest). Months are priced when read, not when added.
 */
export class TieredMonths {
  private readonly months = new Map<string, Month>();
  private readonly dirty = new Set<Month>();
  private readonly known = new Set<MeteredCell['total']>();

  note(cell: MeteredCell): void {
    const { skuId = '', consumedUnit = '' } = cell.state.line;
    const { unit } = canonicalUnit(consumedUnit);
    const key = [skuId, unit, monthOf(formatDay(cell.total.startDay))].join('\n');
    let month = this.months.get(key);
    if (month === undefined) {
      month = { skuId, unit, cells: new Set() };
      this.months.set(key, month);
    }
    if (!this.known.has(cell.total)) month.cells.add(cell);
    this.known.add(cell.total);
    this.dirty.add(month);
  }

  /** Worth of every cell of the months that changed. */
  *reprice(): Generator<Repriced> {
    for (const month of this.dirty) yield* repriceMonth(month);
    this.dirty.clear();
  }
}

function* repriceMonth({ skuId, unit, cells }: Month): Generator<Repriced> {
  let before = 0n;
  for (const cell of [...cells].sort(inOrder)) {
    const { state, segment, total } = cell;
    const quantity = total.sumE18 * canonicalUnit(state.line.consumedUnit ?? '').factor;
    const price = priceOf(segment.plan.prices, skuId, unit, total.startDay);
    const after = before + quantity;
    if (price !== null) yield { cell, price, worthE18: cost(price, before, after) };
    before = after;
  }
}

function priceOf(prices: PriceList, skuId: string, unit: string, day: number): UnitPrice | null {
  return prices.sku(skuId, unit).at(day);
}

function cost({ tiers, net }: UnitPrice, before: bigint, after: bigint): bigint {
  return tiers === null ? costE18(after - before, net) : tieredCostE18(before, after, tiers);
}

function inOrder(a: MeteredCell, b: MeteredCell): number {
  return (
    a.total.startDay - b.total.startDay ||
    compare(a.state.digest, b.state.digest) ||
    a.total.endDay - b.total.endDay ||
    a.total.lateness - b.total.lateness
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
