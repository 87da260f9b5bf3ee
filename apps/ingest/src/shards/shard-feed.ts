import type { LedgerRecord } from '@app/usage-ledger';

/** Records of one fetch, in order. */
export interface FeedItem {
  readonly records: readonly LedgerRecord[];
  readonly nextOffset: bigint;
  /** What comes next cannot be read: the shard must stop for this reason. */
  readonly unreadable?: string;
}

const ITEMS_AT_MOST = 1;

/** What was fetched and not yet decided: bounded, so that a slow writer stops the fetching. */
export class ShardFeed {
  private readonly items: FeedItem[] = [];
  private wakeWriter: (() => void) | undefined;
  private wakeFetcher: (() => void) | undefined;
  /** Somebody woke the writer while it was busy: its next wait ends at once. */
  private woken = false;
  /** Offset that the next fetch must start at. */
  expected = 0n;

  /** Forgets everything and starts anew. */
  reset(expected: bigint): void {
    this.items.length = 0;
    this.expected = expected;
    this.wakeFetcher?.();
  }

  get full(): boolean {
    return this.items.length >= ITEMS_AT_MOST;
  }

  push(item: FeedItem): void {
    this.items.push(item);
    this.expected = item.nextOffset;
    this.wakeWriter?.();
  }

  /** The next item; undefined after `waitMs` (null: no limit) or when woken. */
  async next(waitMs: number | null): Promise<FeedItem | undefined> {
    if (this.items.length === 0 && !this.woken) {
      await sleepUntil(waitMs, (wake) => (this.wakeWriter = wake));
      this.wakeWriter = undefined;
    }
    this.woken = false;
    const item = this.items.shift();
    this.wakeFetcher?.();
    return item;
  }

  /** Waits until there is room, something changed, or `waitMs` passed. */
  async room(waitMs: number): Promise<void> {
    if (!this.full) return;
    await sleepUntil(waitMs, (wake) => (this.wakeFetcher = wake));
    this.wakeFetcher = undefined;
  }

  wake(): void {
    this.woken = true;
    this.wakeWriter?.();
    this.wakeFetcher?.();
  }
}

async function sleepUntil(ms: number | null, expose: (wake: () => void) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = ms === null ? undefined : setTimeout(resolve, ms);
    expose(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
