import { firstOfMonth, nameOf, numberOf, within } from './days.js';
import {
  cut,
  divide,
  type Fraction,
  fraction,
  multiply,
  ONE,
  read,
  subtract,
  sum,
} from './fraction.js';
import type { OracleCase, OracleLine } from './model.js';

/** Lines of one bucket: the same dimensions, start day and end day. */
export interface OracleCell {
  readonly sample: OracleLine;
  readonly startDay: string;
  /** Exclusive. */
  readonly endDay: string;
  readonly lines: readonly OracleLine[];
}

const SUMMED = new Set([
  'recorded',
  'chargePeriodStart',
  'chargePeriodEnd',
  'consumedQuantity',
  'billedCost',
  'listCost',
  'contractedCost',
  'effectiveCost',
]);
const MEASURES = [
  'consumedQuantity',
  'billedCost',
  'listCost',
  'contractedCost',
  'effectiveCost',
] as const;
const DAY_MS = 86_400_000;

export const startDayOf = (line: OracleLine): string => line.chargePeriodStart.slice(0, 10);

function endDayOf(line: OracleLine): string {
  const next = nameOf(numberOf(startDayOf(line)) + 1);
  if (line.chargePeriodEnd === undefined) return next;
  return nameOf(Math.ceil(Date.parse(line.chargePeriodEnd) / DAY_MS));
}

/** Sums lines into cells as the ledger's buckets do. */
export function cellsOf(lines: readonly OracleLine[]): OracleCell[] {
  const cells = new Map<string, OracleLine[]>();
  for (const line of lines) {
    const dimensions = Object.entries(line).filter(([name]) => !SUMMED.has(name));
    const reported = MEASURES.filter((measure) => line[measure] !== undefined);
    const key = JSON.stringify([dimensions.sort(), reported, startDayOf(line), endDayOf(line)]);
    cells.set(key, [...(cells.get(key) ?? []), line]);
  }
  return [...cells.values()].map((all) => {
    const [sample] = all;
    if (sample === undefined) throw new Error('a cell without lines');
    return { sample, startDay: startDayOf(sample), endDay: endDayOf(sample), lines: all };
  });
}

const COST_OF = {
  BILLED: 'billedCost',
  CONTRACTED: 'contractedCost',
  LIST: 'listCost',
  EFFECTIVE: 'effectiveCost',
} as const;

/** The cell's amount of the basis in its currency; undefined when it stands in suspense. */
export function amountOf(
  cell: OracleCell,
  { terms, prices, discounts, contract }: OracleCase,
): { amount: Fraction; currency: string } | undefined {
  const { sample, startDay } = cell;
  const basis = terms.basis ?? 'BILLED';
  const metered = sample.billingCurrency === undefined;
  if (!metered) {
    const cost = COST_OF[basis];
    if (sample[cost] === undefined) return undefined;
    const amount = sum(cell.lines.map((line) => read(line[cost] ?? '0')));
    return { amount, currency: sample.billingCurrency ?? '' };
  }
  // Posted again for the same first day it corrects: the last one counts.
  const found = prices
    .filter(
      (p) =>
        p.skuId === sample.skuId &&
        p.unit === sample.consumedUnit &&
        within(startDay, p.effectiveFrom, p.effectiveTo),
    )
    .sort((a, b) => (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? ''))
    .at(-1);
  if (found === undefined) return undefined;
  const kept = discounts
    .filter(
      (d) =>
        within(startDay, d.effectiveFrom, d.effectiveTo) &&
        (d.skuIds === '*' || d.skuIds.includes(found.skuId)),
    )
    .reduce((left, { rate }) => multiply(left, subtract(ONE, read(rate))), ONE);
  const quantity = sum(cell.lines.map((line) => read(line.consumedQuantity ?? '0')));
  const unitPrice = basis === 'LIST' ? (found.listPrice ?? found.unitPrice) : found.unitPrice;
  const cost = divide(multiply(quantity, read(unitPrice)), read(found.per));
  return {
    amount: cut(basis === 'LIST' ? cost : multiply(cost, kept)),
    currency: contract.currency,
  };
}

/** The rate to the contract's currency that the cell takes; undefined when there is none. */
export function rateOf(
  cell: OracleCell,
  currency: string,
  asked: OracleCase,
): Fraction | undefined {
  const { contract, terms, rates } = asked;
  if (currency === contract.currency) return ONE;
  const rule = terms.fx?.rule ?? 'BILLING_MONTH';
  if (rule === 'CONTRACT_FIXED') {
    const fixed = terms.fx?.fixed?.[currency];
    return fixed === undefined ? undefined : read(fixed);
  }
  const { sample, startDay } = cell;
  const byMonth = (month: string): string | undefined =>
    rates.filter((r) => r.currency === currency && r.month === month).at(-1)?.rate;
  const byDay = rates.filter((r) => r.currency === currency && r.day === startDay).at(-1)?.rate;
  const billingMonth = sample.billingPeriodStart ?? firstOfMonth(startDay);
  const rate =
    rule === 'EVENT' ? (byDay ?? byMonth(firstOfMonth(startDay))) : byMonth(billingMonth);
  return rate === undefined ? undefined : read(rate);
}

/** On which days the amount is recognised, and how much of it on each. */
export function recognised(
  cell: OracleCell,
  amount: Fraction,
  recognition: string,
): { day: string; amount: Fraction }[] {
  const { sample, startDay, endDay } = cell;
  const billingMonth = sample.billingPeriodStart ?? firstOfMonth(startDay);
  if (recognition === 'BILLING_PERIOD') return [{ day: billingMonth, amount }];
  if (recognition === 'INVOICE_DATE') {
    const [year = 0, month = 1] = billingMonth.split('-').map(Number);
    const after = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
    return [{ day: sample.invoiceMonth ?? after, amount }];
  }
  if (recognition === 'CHARGE_PERIOD_START') return [{ day: startDay, amount }];
  const days = numberOf(endDay) - numberOf(startDay);
  const through = (k: number): Fraction =>
    cut(divide(multiply(amount, fraction(BigInt(k))), fraction(BigInt(days))));
  return Array.from({ length: days }, (_, k) => ({
    day: nameOf(numberOf(startDay) + k),
    amount: subtract(through(k + 1), through(k)),
  }));
}
