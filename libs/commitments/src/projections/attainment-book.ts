import { type Day, dayNumber } from '@app/calendar';
import { type StoredEvent } from '@app/event-store';
import { type SegmentDelta, type SourceFreshness, type UsageSnapshot } from '@app/usage-ledger';
import {
  type Attainment,
  type Attribution,
  type Commitment,
  createFold,
  type Fold,
} from '../domain/index.js';
import { FreshnessFold } from './freshness-fold.js';
import { JudgementFold, type JudgementPart, type VersionedContract } from './judgement-fold.js';
import { laterOf, type LedgerAddress } from './ledger-address.js';
import { UsageSums } from './usage-sums.js';

/** A commitment in the book, with the contract that holds it. */
export interface BookedCommitment extends VersionedContract {
  readonly commitment: Commitment;
}

/** A commitment's figures, and the sources that they rest on. */
export interface CommitmentState extends BookedCommitment {
  readonly attainment: Attainment;
  readonly watermark: Day | null;
  readonly sources: readonly SourceFreshness[];
}

/**
 * Facts and judgement joined in memory at one ledger address: usage sums and the contract side's
 * events. New usage is added to the fold; a change of judgement folds all sums again. No I/O.
 */
export class AttainmentBook {
  private readonly judgement = new JudgementFold();
  private readonly sums = new UsageSums();
  private readonly freshness: FreshnessFold;
  private readonly shards: Map<number, bigint>;
  private readonly offsets: Map<number, bigint>;
  private usageAsOf: string | null;
  private fold: Fold | undefined;
  /** Earliest day whose entries may have changed since `clean()`; null: any. */
  private changedFrom: number | null = null;
  private changedUntil = -Infinity;
  private readonly changedStreams = new Set<string>();
  private hasNewUsage = false;

  constructor(usage: UsageSnapshot) {
    this.shards = new Map(usage.vector);
    this.offsets = new Map(usage.offsets);
    this.usageAsOf = usage.recordedAt;
    this.freshness = new FreshnessFold(usage.sources);
    this.sums.addSeries(usage.series);
    this.sums.add(usage.cells);
  }

  get address(): LedgerAddress {
    return {
      shards: this.shards,
      offsets: this.offsets,
      contractPosition: this.judgement.position,
      asOf: laterOf(this.usageAsOf, this.judgement.asOf),
    };
  }

  /** Takes a segment's sums in; segments of a shard come in order, each once. */
  addUsage(delta: SegmentDelta): void {
    const expected = (this.shards.get(delta.shard) ?? 0n) + 1n;
    if (delta.seq !== expected) {
      throw new Error(`shard ${delta.shard}: segment ${delta.seq.toString()} is out of order`);
    }
    this.shards.set(delta.shard, delta.seq);
    this.offsets.set(delta.shard, delta.nextOffset);
    this.usageAsOf = laterOf(this.usageAsOf, delta.recordedAt);
    this.freshness.apply(delta);
    this.hasNewUsage = true;
    this.sums.addSeries(delta.series);
    for (const { series, cell } of this.sums.add(delta.cells)) {
      this.fold?.add(series, cell);
      this.changedUntil = Math.max(this.changedUntil, cell.endDay);
      const from = earliestDay(cell.startDay, series.attrs);
      if (this.changedFrom !== null) this.changedFrom = Math.min(this.changedFrom, from);
    }
  }

  /** Takes contract-side events in, in order of position. */
  addEvents(events: readonly StoredEvent[]): void {
    for (const event of events) {
      if (this.judgement.apply(event) === null) continue;
      this.changedStreams.add(event.stream);
      this.fold = undefined;
      this.changedFrom = null;
    }
  }

  /** Every commitment signed so far. */
  commitments(): BookedCommitment[] {
    return this.judgement.contracts.flatMap((versioned) =>
      versioned.contract.commitments.map((commitment) => ({ ...versioned, commitment })),
    );
  }

  /** Figures of one commitment at the book's address; `today` decides which periods run. */
  state(
    booked: BookedCommitment,
    at: { readonly through: Day | null; readonly today: Day },
  ): CommitmentState {
    const { commitmentId } = booked.commitment;
    const sources = this.current
      .sources(commitmentId)
      .map((source) => this.freshness.get(source))
      .filter((freshness) => freshness !== undefined);
    const watermark = least(sources);
    const attainment = this.current.attainment(commitmentId, { ...at, watermark });
    return { ...booked, attainment, watermark, sources };
  }

  /** Who made up the days `[from, to)` of a commitment, in (day, class, series) order. */
  attributions(commitmentId: string, from: Day, to: Day): readonly Attribution[] {
    return this.current.attributions(commitmentId, from, to);
  }

  /** Earliest day number whose entries may have changed since `clean()`; null: any of them. */
  get dirtyFrom(): number | null {
    return this.changedFrom;
  }

  /** Exclusive end, as day number, of the usage that came since `clean()`; -Infinity: none came. */
  get dirtyUntil(): number {
    return this.changedUntil;
  }

  /** What has changed for a commitment since `clean()`: only judgement that its fold uses. */
  changesOf({ contract, commitment }: BookedCommitment): ReadonlySet<JudgementPart | 'usage'> {
    const parts = this.judgement.partsIn(this.changedStreams, contract, commitment);
    return new Set<JudgementPart | 'usage'>(this.hasNewUsage ? [...parts, 'usage'] : parts);
  }

  /** What there is so far has been looked at. */
  clean(): void {
    this.changedStreams.clear();
    this.hasNewUsage = false;
    this.changedUntil = -Infinity;
    this.changedFrom = Number.MAX_SAFE_INTEGER;
  }

  private get current(): Fold {
    this.fold ??= this.foldAgain();
    return this.fold;
  }

  private foldAgain(): Fold {
    const fold = createFold({
      contracts: this.judgement.contracts.map(({ contract }) => contract),
      priceBooks: this.judgement.priceBooks,
      fxTables: this.judgement.fxTables,
    });
    for (const { series, cell } of this.sums.all()) fold.add(series, cell);
    return fold;
  }
}

// By recognition a cell may stand on an earlier day than its charge: the first of a month it names.
function earliestDay(
  startDay: number,
  attrs: { readonly billingPeriodStart?: Day; readonly invoiceMonth?: Day },
): number {
  const months = [attrs.billingPeriodStart, attrs.invoiceMonth].filter((day) => day !== undefined);
  return Math.min(startDay, ...months.map((day) => dayNumber(`${day.slice(0, 7)}-01`)));
}

function least(sources: readonly SourceFreshness[]): Day | null {
  const days = sources.map(({ watermark }) => watermark);
  if (days.length === 0 || days.includes(null)) return null;
  return days.reduce((one, other) => ((one ?? '') < (other ?? '') ? one : other));
}
