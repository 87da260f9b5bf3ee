import { type Day, dayNumber } from '@app/calendar';
import { type StoredEvent } from '@app/event-store';
import { type SegmentDelta, type SourceFreshness, type UsageSnapshot } from '@app/usage-ledger';
import {
  type Attainment,
  type Attribution,
  type Commitment,
  createFold,
  type Fold,
  type Judgement,
} from '../domain/index.js';
import { CloseMarks } from './close-marks.js';
import { FreshnessFold } from './freshness-fold.js';
import { inputsHash } from './inputs-hash.js';
import {
  JudgementFold,
  type JudgementPart,
  type VersionedContract,
  type VersionsUsed,
} from './judgement-fold.js';
import { laterOf, type LedgerAddress } from './ledger-address.js';
import { type SeriesCell, UsageSums } from './usage-sums.js';

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
  private readonly sums = new UsageSums();
  private readonly freshness: FreshnessFold;
  private readonly shards: Map<number, bigint>;
  private readonly offsets: Map<number, bigint>;
  private usageAsOf: string | null;
  private fold: Fold | undefined;
  private marks: CloseMarks;
  private mustReload = false;
  /** By commitment the first day that changed since `clean()`, as far as it was asked for. */
  private readonly changedFrom = new Map<string, number>();
  /** Judgement has changed since `clean()`: any day may have. */
  private isJudgedAnew = true;
  private changedUntil = -Infinity;
  private readonly changedStreams = new Set<string>();
  private hasNewUsage = false;

  /** @param usage empty when a close in `judgement` tells usage apart: sums do not know their segments */
  constructor(
    usage: UsageSnapshot,
    private readonly judgement = new JudgementFold(),
  ) {
    this.marks = CloseMarks.of(judgement.contracts.map(({ contract }) => contract));
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
    const added = this.sums.add(delta.cells, this.marks.firstOf(delta));
    for (const { series, cell, recordedIn } of added) {
      this.fold?.add(series, cell, recordedIn);
      this.changedUntil = Math.max(this.changedUntil, cell.endDay);
    }
  }

  /** Takes contract-side events in, in order of position. */
  addEvents(events: readonly StoredEvent[]): void {
    for (const event of events) {
      const part = this.judgement.apply(event);
      if (part === null) continue;
      this.changedStreams.add(event.stream);
      this.fold = undefined;
      this.isJudgedAnew = true;
      if (part === 'contract') this.mark();
    }
  }

  /** A close tells usage apart that is summed up here: load the book again. */
  get isOutdated(): boolean {
    return this.mustReload;
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

  /** What people decided, as of the book's address. */
  get judged(): Judgement {
    const { contracts, priceBooks, fxTables } = this.judgement;
    return { contracts: contracts.map(({ contract }) => contract), priceBooks, fxTables };
  }

  /** All usage sums at the book's address. */
  usage(): Iterable<SeriesCell> {
    return this.sums.all();
  }

  /** SHA-256 of all that is folded here: the same address gives the same hash. */
  inputsHash(): string {
    return inputsHash(this.judgement, this.sums.all());
  }

  /** Prices and rates that a commitment's fold uses, with their versions. */
  versionsUsed({ contract, commitment }: BookedCommitment): VersionsUsed {
    return this.judgement.versionsUsed(contract, commitment);
  }

  /**
   * First day number of a commitment whose entries may have changed since `clean()`; null: any of
   * them; the greatest safe integer: none.
   */
  dirtyFrom(commitmentId: string): number | null {
    if (this.isJudgedAnew) return null;
    const before = this.changedFrom.get(commitmentId) ?? Number.MAX_SAFE_INTEGER;
    const day = this.current.takeChangedFrom(commitmentId);
    const from = day === null ? before : Math.min(before, dayNumber(day));
    this.changedFrom.set(commitmentId, from);
    return from;
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
    this.changedFrom.clear();
    this.isJudgedAnew = false;
    for (const id of this.current.commitmentIds) this.current.takeChangedFrom(id);
  }

  private get current(): Fold {
    this.fold ??= this.foldAgain();
    return this.fold;
  }

  private foldAgain(): Fold {
    const fold = createFold(this.judged);
    for (const { series, cell, recordedIn } of this.sums.all()) fold.add(series, cell, recordedIn);
    return fold;
  }

  private mark(): void {
    const marks = CloseMarks.of(this.judgement.contracts.map(({ contract }) => contract));
    this.mustReload ||= marks.splits(this.marks, this.shards);
    this.marks = marks;
  }
}

function least(sources: readonly SourceFreshness[]): Day | null {
  const days = sources.map(({ watermark }) => watermark);
  if (days.length === 0 || days.includes(null)) return null;
  return days.reduce((one, other) => ((one ?? '') < (other ?? '') ? one : other));
}
