/** What one batch adds to the window. */
export interface WindowEntry {
  readonly atMs: number;
  readonly events: number;
  /** Quarantined events by source; an unreadable record's source is its key. */
  readonly quarantined: ReadonlyMap<string, number>;
}

const WINDOW_MS = 5 * 60_000;
const QUARANTINED_AT_LEAST = 100;
const SHARE = 0.01;
const SOURCES_AT_LEAST = 2;

/**
 * Poison or a fault of ours? More than 1 % of the last 5 minutes' events, and at least 100, from two
 * or more sources is taken for ours: the shard halts before it drains a topic into quarantine. From
 * one source it is that source's fault.
 */
export class HaltRule {
  private window: WindowEntry[] = [];

  /** Whether committing this batch would break the rule. */
  wouldBreak(entry: WindowEntry): boolean {
    if (entry.quarantined.size === 0) return false;
    const entries = [...this.recent(entry.atMs), entry];
    const sources = new Set(entries.flatMap(({ quarantined }) => [...quarantined.keys()]));
    const bad = entries.reduce((sum, { quarantined }) => sum + total(quarantined), 0);
    const all = entries.reduce((sum, { events }) => sum + events, 0);
    return sources.size >= SOURCES_AT_LEAST && bad >= QUARANTINED_AT_LEAST && bad > all * SHARE;
  }

  committed(entry: WindowEntry): void {
    this.window = [...this.recent(entry.atMs), entry];
  }

  /** A person accepted what came so far: judgement starts anew. */
  reset(): void {
    this.window = [];
  }

  private recent(nowMs: number): WindowEntry[] {
    return this.window.filter(({ atMs }) => atMs > nowMs - WINDOW_MS);
  }
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
