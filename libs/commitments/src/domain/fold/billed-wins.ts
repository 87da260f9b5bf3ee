import { type CellTotal, type SeriesSegment, type SeriesState } from './series-state.js';

/** One metered cell that billed data may supersede. */
export interface MeteredCell {
  readonly state: SeriesState;
  readonly segment: SeriesSegment;
  readonly total: CellTotal;
}

interface Account {
  /** Exclusive end of the account's billed days. */
  billedEnd: number;
  /** By charge start day. */
  readonly metered: Map<number, Set<MeteredCell>>;
}

/** BILLED_WINS: a metered cell of an account counts only from the day its billed data ends. */
export class BilledWins {
  private readonly accounts = new Map<string, Account>();
  private readonly cells = new Map<CellTotal, MeteredCell>();

  /** Billed data of an account reaches to `endDay`; answers the cells that it now supersedes. */
  billed(accountId: string, endDay: number): MeteredCell[] {
    const account = this.account(accountId);
    if (endDay <= account.billedEnd) return [];
    const lost = [...account.metered]
      .filter(([day]) => day >= account.billedEnd && day < endDay)
      .flatMap(([, cells]) => [...cells]);
    account.billedEnd = endDay;
    return lost;
  }

  /** Notes a metered cell; true when billed data already covers its day. */
  metered(accountId: string, cell: MeteredCell): boolean {
    const account = this.account(accountId);
    const { startDay } = cell.total;
    if (!this.cells.has(cell.total)) {
      this.cells.set(cell.total, cell);
      const cells = account.metered.get(startDay) ?? new Set();
      account.metered.set(startDay, cells.add(cell));
    }
    return startDay < account.billedEnd;
  }

  private account(accountId: string): Account {
    let account = this.accounts.get(accountId);
    if (account === undefined) {
      account = { billedEnd: -Infinity, metered: new Map() };
      this.accounts.set(accountId, account);
    }
    return account;
  }
}
