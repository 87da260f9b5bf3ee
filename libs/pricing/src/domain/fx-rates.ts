import { parseE18 } from '@app/money';
import { type FxTable } from './fx-table.state.js';

const E8 = 10n ** 8n;

/** Rates of some tables, asked in order; a later publication replaces an earlier one. */
export class FxRates {
  private readonly rates: readonly ReadonlyMap<string, bigint>[];

  constructor(tables: readonly FxTable[]) {
    this.rates = tables.map(
      (table) =>
        new Map(
          table.rates.map(({ currency, day, month, rate }) => [
            key(currency, day ?? month?.slice(0, 7) ?? ''),
            parseE18(rate) / E8,
          ]),
        ),
    );
  }

  /** Rate (10^-10) of a month, given by any of its days. */
  ofMonth(currency: string, day: string): bigint | null {
    return this.find(key(currency, day.slice(0, 7)));
  }

  /** Rate (10^-10) of a day, else of its month. */
  ofDay(currency: string, day: string): bigint | null {
    return this.find(key(currency, day)) ?? this.ofMonth(currency, day);
  }

  private find(wanted: string): bigint | null {
    for (const table of this.rates) {
      const rate = table.get(wanted);
      if (rate !== undefined) return rate;
    }
    return null;
  }
}

function key(currency: string, period: string): string {
  return `${currency} ${period}`;
}
