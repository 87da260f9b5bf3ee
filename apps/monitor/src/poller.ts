import { type AttainmentBook } from '@app/commitments';
import { type EventStore } from '@app/event-store';
import { type UsageLedgerReader } from '@app/usage-ledger';

const SEGMENTS_PER_POLL = 200;
const EVENTS_PER_POLL = 1_000;

/** Follows both sides of the ledger into a book. */
export class Poller {
  constructor(
    private readonly usage: UsageLedgerReader,
    private readonly eventStore: EventStore,
  ) {}

  /** Takes in what is new, a bounded piece at a time; false when there was nothing. */
  async poll(book: AttainmentBook): Promise<boolean> {
    const { shards, contractPosition } = book.address;
    const deltas = await this.usage.deltasAfter(new Map(shards), SEGMENTS_PER_POLL);
    for (const delta of deltas) book.addUsage(delta);
    const events = await this.eventStore.readAll(contractPosition, EVENTS_PER_POLL);
    book.addEvents(events);
    return deltas.length > 0 || events.length > 0;
  }
}
