import { DaySums } from './day-sums.js';
import { type Suspense } from '../attainment/suspense.js';

interface Pending {
  readonly name: string;
  readonly unit: string;
  readonly lines: DaySums;
  readonly amounts: DaySums;
}

type Kind = 'unpriced' | 'no-fx-rate' | 'basis-missing';

/** What is accepted but worth nothing yet, by charge start day. */
export class SuspenseSums {
  private readonly known: Readonly<Record<Kind, Map<string, Pending>>> = {
    unpriced: new Map(),
    'no-fx-rate': new Map(),
    'basis-missing': new Map(),
  };

  /** @param name SKU or currency */
  add(kind: Kind, name: string, unit: string, day: number, lines: bigint, amount: bigint): void {
    const key = `${name}\n${unit}`;
    let pending = this.known[kind].get(key);
    if (pending === undefined) {
      pending = { name, unit, lines: new DaySums(), amounts: new DaySums() };
      this.known[kind].set(key, pending);
    }
    pending.lines.add(day, lines);
    pending.amounts.add(day, amount);
  }

  /** All of `[from, to)`. */
  between(from: number, to: number): Omit<Suspense, 'unclassifiedE18'> {
    const rows = (kind: Kind): { name: string; unit: string; lines: bigint; amount: bigint }[] =>
      [...this.known[kind]]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { name, unit, lines, amounts }]) => ({
          name,
          unit,
          lines: lines.between(from, to),
          amount: amounts.between(from, to),
        }))
        .filter(({ lines, amount }) => lines !== 0n || amount !== 0n);
    const unpriced = rows('unpriced');
    return {
      unpricedLines: unpriced.reduce((sum, { lines }) => sum + lines, 0n),
      unpricedQuantity: unpriced.map(({ name, unit, lines, amount }) => ({
        skuId: name,
        unit,
        quantityE18: amount,
        lines,
      })),
      noFxRate: rows('no-fx-rate').map(({ name, lines, amount }) => ({
        currency: name,
        amountE18: amount,
        lines,
      })),
      basisMissingLines: rows('basis-missing').reduce((sum, { lines }) => sum + lines, 0n),
    };
  }
}
