import { type EventStore, type Moment, type StoredEvent } from '@app/event-store';
import { recordedBy } from '@app/pricing';
import { type SegmentDelta, type UsageLedgerReader, type UsageSnapshot } from '@app/usage-ledger';
import { parsePosition } from '@app/wire';
import { AttainmentBook } from './attainment-book.js';
import { CloseMarks } from './close-marks.js';
import { JudgementFold } from './judgement-fold.js';

const EVENTS_PER_READ = 1_000;
const SEGMENTS_PER_READ = 200;
const CONTRACT_SIDE = -1;

/** Loads a book from the usage ledger and the event store. */
export class BookLoader {
  constructor(
    private readonly usage: UsageLedgerReader,
    private readonly eventStore: EventStore,
  ) {}

  /** All that is recorded by the time of the call; sums that lag are brought up by their deltas. */
  async current(): Promise<AttainmentBook> {
    const judgement = await this.judgement();
    const usage = asksForSegments(judgement) ? NOTHING : await this.usage.snapshot();
    const book = new AttainmentBook(usage, judgement);
    await this.follow(book, () => true);
    return book;
  }

  /** What was known at a recorded time. */
  async asOf(recordedAt: string): Promise<AttainmentBook> {
    const judgement = await this.judgement({ recordedAt });
    if (!asksForSegments(judgement)) {
      return new AttainmentBook(await this.usage.snapshotAt(recordedAt), judgement);
    }
    const book = new AttainmentBook(NOTHING, judgement);
    await this.follow(book, (delta) => recordedBy(delta.recordedAt, recordedAt));
    return book;
  }

  /** What was folded at a position (token of `positionOf`). */
  async at(position: string): Promise<AttainmentBook> {
    const { shards } = parsePosition(position);
    const judgement = await this.judgement({ position: shards.get(CONTRACT_SIDE) ?? 0n });
    const book = new AttainmentBook(NOTHING, judgement);
    await this.follow(book, ({ shard, seq }) => seq <= (shards.get(shard) ?? 0n));
    return book;
  }

  /** Adds the segments after the book's own as long as they are wanted: of each shard the first ones. */
  private async follow(
    book: AttainmentBook,
    isWanted: (delta: SegmentDelta) => boolean,
  ): Promise<void> {
    const ended = new Set<number>();
    for (;;) {
      const deltas = await this.usage.deltasAfter(new Map(book.address.shards), SEGMENTS_PER_READ);
      for (const delta of deltas) {
        if (!isWanted(delta)) ended.add(delta.shard);
        else if (!ended.has(delta.shard)) book.addUsage(delta);
      }
      if (deltas.length < SEGMENTS_PER_READ) return;
      if (deltas.every(({ shard }) => ended.has(shard))) return;
    }
  }

  private async judgement(upTo: Moment = {}): Promise<JudgementFold> {
    const judgement = new JudgementFold();
    for await (const events of this.events(upTo)) {
      for (const event of events) judgement.apply(event);
    }
    return judgement;
  }

  private async *events(upTo: Moment): AsyncGenerator<readonly StoredEvent[]> {
    let after = 0n;
    for (;;) {
      const events = await this.eventStore.readAll(after, EVENTS_PER_READ, upTo);
      yield events;
      const last = events.at(-1);
      if (last === undefined || events.length < EVENTS_PER_READ) return;
      after = last.position;
    }
  }
}

const NOTHING: UsageSnapshot = {
  ...{ vector: new Map(), offsets: new Map(), recordedAt: null },
  ...{ series: [], cells: [], sources: [] },
};

/** Sums do not tell which of them came after a close: then every segment is read. */
function asksForSegments({ contracts }: JudgementFold): boolean {
  return !CloseMarks.of(contracts.map(({ contract }) => contract)).isEmpty;
}
