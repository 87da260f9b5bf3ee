import { dayNumber, type Day } from '@app/calendar';
import { parseE18 } from '@app/money';
import { type Cell, type SeriesAttributes } from '@app/usage-ledger/domain';
import { type Fold, type FoldSeries } from '../domain/index.js';

/** One usage line in few words; amounts are decimal strings. */
export type Line = Partial<Omit<SeriesAttributes, 'mask' | 'invoiced'>> & {
  readonly day: Day;
  /** Exclusive; default: the day after. */
  readonly endDay?: Day;
  readonly billed?: string;
  readonly list?: string;
  readonly contracted?: string;
  readonly effective?: string;
  readonly quantity?: string;
};

const MEASURES = ['quantity', 'billed', 'list', 'contracted', 'effective'] as const;

/** Series and cell of a line, as the usage ledger would hand them over. */
export function cellOf(line: Line): { series: FoldSeries; cell: Omit<Cell, 'digest'> } {
  const { day, endDay, billed, list, contracted, effective, quantity, ...dimensions } = line;
  const amounts = { quantity, billed, list, contracted, effective };
  const mask = MEASURES.reduce((bits, name, i) => (amounts[name] ? bits | (1 << i) : bits), 0);
  const attrs: SeriesAttributes = {
    source: 'test',
    chargeCategory: 'Usage',
    ...(billed === undefined ? {} : { billingCurrency: 'USD' }),
    ...dimensions,
    invoiced: dimensions.invoiceMonth !== undefined,
    mask,
  };
  const e18 = (text: string | undefined): bigint | null => (text ? parseE18(text) : null);
  const startDay = dayNumber(day);
  return {
    series: { digest: JSON.stringify(attrs, Object.keys(attrs).sort()), attrs },
    cell: {
      startDay,
      endDay: endDay === undefined ? startDay + 1 : dayNumber(endDay),
      events: 1n,
      quantityE18: e18(quantity),
      billedE18: e18(billed),
      listE18: e18(list),
      contractedE18: e18(contracted),
      effectiveE18: e18(effective),
    },
  };
}

/** Adds lines to a fold in the given order. */
export function addLines(fold: Fold, lines: readonly Line[]): void {
  for (const line of lines) {
    const { series, cell } = cellOf(line);
    fold.add(series, cell);
  }
}
