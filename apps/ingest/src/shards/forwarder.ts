import type { Producer } from '@app/kafka';
import type { RegisteredShard } from '@app/usage-ledger';
import { BATCH_CONTENT_TYPE, canonicalEvent, type UsageEvent } from '@app/wire';

const EVENTS_PER_RECORD = 500;
const RECORD_BYTES = 900_000;

/**
 * Sends events of sources that live in another shard to that shard's partition. A crash before the
 * batch commits sends them twice; their home dedupes.
 */
export class Forwarder {
  private shards = new Map<number, RegisteredShard>();

  /** @param listShards every registered shard */
  constructor(
    private readonly listShards: () => Promise<readonly RegisteredShard[]>,
    private readonly producer: Pick<Producer, 'send'>,
  ) {}

  async forward(home: number, events: readonly UsageEvent[]): Promise<void> {
    const { topic, part } = await this.partitionOf(home);
    const records = recordsOf(events).map((value) => ({
      key: events[0]?.source ?? null,
      value,
      headers: { 'content-type': BATCH_CONTENT_TYPE },
      partition: part,
    }));
    await this.producer.send(topic, records);
  }

  private async partitionOf(shard: number): Promise<RegisteredShard> {
    const known = this.shards.get(shard);
    if (known !== undefined) return known;
    const rows = await this.listShards();
    this.shards = new Map(rows.map((row) => [row.shard, row]));
    const found = this.shards.get(shard);
    if (found === undefined) throw new Error(`home shard ${shard} is not registered`);
    return found;
  }
}

/** Batches in CloudEvents' array form, within the topic's limits. */
function recordsOf(events: readonly UsageEvent[]): string[] {
  const records: string[] = [];
  let open: string[] = [];
  let bytes = 0;
  for (const event of events) {
    const text = canonicalEvent(event);
    const size = Buffer.byteLength(text) + 1;
    if (open.length === EVENTS_PER_RECORD || (open.length > 0 && bytes + size > RECORD_BYTES)) {
      records.push(`[${open.join(',')}]`);
      [open, bytes] = [[], 0];
    }
    open.push(text);
    bytes += size;
  }
  if (open.length > 0) records.push(`[${open.join(',')}]`);
  return records;
}
