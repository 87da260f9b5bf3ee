import { type EventStore, type StoredEvent } from '@app/event-store';
import { type UsageLedgerReader } from '@app/usage-ledger';
import { AttainmentBook } from './attainment-book.js';

const EVENTS_PER_READ = 1_000;
const SEGMENTS_PER_READ = 200;

/** Loads a book from the usage ledger and the event store. */
export class BookLoader {
  constructor(
    private readonly usage: UsageLedgerReader,
    private readonly eventStore: EventStore,
  ) {}

  /** All that is recorded by the time of the call; sums that lag are brought up by their deltas. */
  async current(): Promise<AttainmentBook> {
    const book = new AttainmentBook(await this.usage.snapshot());
    for await (const events of this.events()) book.addEvents(events);
    for (;;) {
      const deltas = await this.usage.deltasAfter(new Map(book.address.shards), SEGMENTS_PER_READ);
      for (const delta of deltas) book.addUsage(delta);
      if (deltas.length < SEGMENTS_PER_READ) return book;
    }
  }

  /** What was known at a recorded time. */
  async asOf(recordedAt: string): Promise<AttainmentBook> {
    const book = new AttainmentBook(await this.usage.snapshotAt(recordedAt));
    for await (const events of this.events(recordedAt)) book.addEvents(events);
    return book;
  }

  private async *events(recordedAt?: string): AsyncGenerator<readonly StoredEvent[]> {
    const upTo = recordedAt === undefined ? {} : { recordedAt };
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
