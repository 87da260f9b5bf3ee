import type { OutgoingRecord, Producer, TopicAdmin } from '@app/kafka';
import type { Database } from '@app/platform';
import { QuarantineFollower, type QuarantinePage } from '@app/usage-ledger';
import type { CrashPoints } from '../runtime/crash-points.js';
import { deadLetterRecord } from './dead-letter-record.js';

/** Below the broker's default limit of a request's batch, headers included. */
const SEND_BYTES = 500_000;

/**
 * Copies quarantine rows to `<topic>.dlq`, at least once, by position: the table is the authority,
 * the topic a courtesy to who watches it.
 */
export class DeadLetterFollower {
  private readonly quarantine: QuarantineFollower;
  private partitions: number | undefined;

  constructor(
    database: Database,
    private readonly producer: Producer,
    private readonly admin: TopicAdmin,
    private readonly topic: string,
    private readonly crashPoints: CrashPoints,
  ) {
    this.quarantine = new QuarantineFollower(database);
  }

  /** Copies everything after the shard's last copy. */
  async follow(shard: number, part: number): Promise<void> {
    for (;;) {
      const page = await this.quarantine.next(shard);
      if (page === undefined) return;
      await this.copy(page, part);
      this.crashPoints.pass('after_quarantine_copy');
      await this.quarantine.moved(page);
    }
  }

  private async copy(page: QuarantinePage, part: number): Promise<void> {
    const target = `${this.topic}.dlq`;
    this.partitions ??= await this.admin.partitionCount(target);
    // The same partition where there are as many; a smaller topic spreads by key.
    const place = part < this.partitions ? { partition: part } : {};
    let records: OutgoingRecord[] = [];
    let bytes = 0;
    for (const row of page.rows) {
      const timestampMs = page.timestampMs(row);
      const record = deadLetterRecord(row, { topic: this.topic, partition: part, timestampMs });
      if (records.length > 0 && bytes + row.raw.length > SEND_BYTES) {
        await this.producer.send(target, records);
        [records, bytes] = [[], 0];
      }
      records.push({ ...record, ...place });
      bytes += row.raw.length;
    }
    await this.producer.send(target, records);
  }
}
