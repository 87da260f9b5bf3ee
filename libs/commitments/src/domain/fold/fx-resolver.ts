import { formatDay } from '@app/calendar';
import { parseE18 } from '@app/money';
import { FxRates, type FxTable } from '@app/pricing/domain';
import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type FxClause } from '../terms/terms.js';
import { rateMonth } from './line-months.js';

const ONE_E10 = 10n ** 10n;
const E8 = 10n ** 8n;

/** FX rates (10^-10) by the clause of one terms segment. */
export class FxResolver {
  private readonly rates: FxRates;
  private readonly fixed: ReadonlyMap<string, bigint>;

  constructor(
    private readonly clause: FxClause,
    private readonly currency: string,
    tables: readonly FxTable[],
  ) {
    this.rates = new FxRates(tablesOf(clause, currency, tables));
    this.fixed = new Map(
      Object.entries(clause.fixed ?? {}).map(([code, rate]) => [code, parseE18(rate) / E8]),
    );
  }

  /** Rate of a line into the contract's currency; null: there is none, the line stands in suspense. */
  rate(currency: string, line: SeriesAttributes, startDay: number): bigint | null {
    if (currency === this.currency) return ONE_E10;
    switch (this.clause.rule) {
      case 'CONTRACT_FIXED':
        return this.fixed.get(currency) ?? null;
      case 'BILLING_MONTH':
        return this.rates.ofMonth(currency, rateMonth(line, startDay));
      case 'EVENT':
        return this.rates.ofDay(currency, formatDay(startDay));
    }
  }
}

/** FX tables that the clause asks, in order: its own, or all of the currency by id. */
export function tablesOf(
  { rule, table: named }: FxClause,
  currency: string,
  tables: readonly FxTable[],
): FxTable[] {
  if (rule === 'CONTRACT_FIXED') return [];
  return tables
    .filter((table) => table.currency === currency)
    .filter(({ fxTableId }) => named === undefined || fxTableId === named)
    .sort((a, b) => (a.fxTableId < b.fxTableId ? -1 : 1));
}
