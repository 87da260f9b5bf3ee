import { type Database } from '@app/platform';
import { appendUntilKnown } from '../../../libs/usage-ledger/src/commands/append-until-known.js';
import { ShardWriter } from '../../../libs/usage-ledger/src/commands/shard-writer.js';
import { HaltRule } from '../../../libs/usage-ledger/src/domain/halt-rule.js';
import { BucketProjector } from '../../../libs/usage-ledger/src/projections/bucket-projector.js';
import { ensureShard } from '../../../libs/usage-ledger/src/storage/shard-registry.js';

const BATCH = Buffer.from('application/cloudevents-batch+json');

/** Writes usage into one shard as ingest does, without a broker in between. */
export class UsageFeed {
  private offset = 0n;

  private constructor(
    private readonly shard: number,
    private readonly writer: ShardWriter,
    private readonly projector: BucketProjector,
  ) {}

  static async start(database: Database, part = 0): Promise<UsageFeed> {
    const partition = { clusterId: 'spec', topic: 'spec', part };
    const shard = await ensureShard(database, partition, 0n);
    const projector = new BucketProjector(database, shard);
    const watch = { outage: () => undefined, signal: new AbortController().signal };
    const ports = {
      database,
      nowMs: () => Date.now(),
      append: (append: Parameters<typeof appendUntilKnown>[1]) =>
        appendUntilKnown(database, append, watch),
      forward: (home: number) => Promise.reject(new Error(`a source of shard ${home} came here`)),
      onCommitted: projector.add.bind(projector),
      onFailure: () => undefined,
    };
    const { writer } = await ShardWriter.load(ports, shard, partition, new HaltRule());
    return new UsageFeed(shard, writer, projector);
  }

  /** One record, one segment; answers its position token once it is durable. */
  async send(events: readonly object[]): Promise<string> {
    const record = {
      offset: this.offset,
      timestampMs: Date.now(),
      key: null,
      value: Buffer.from(JSON.stringify(events)),
      headers: { 'content-type': BATCH },
    };
    this.offset += 1n;
    await this.writer.take([record], this.offset);
    await this.writer.flush();
    return `@${this.shard}:${this.offset.toString()}`;
  }

  /** Brings the sums that snapshots read up to all that was sent. */
  async project(): Promise<void> {
    await this.projector.flush(this.offset);
  }
}
