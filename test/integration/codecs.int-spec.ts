import { createTopicAdmin } from '@app/kafka';
import { CompressionTypes, Kafka, logLevel, Partitioners } from 'kafkajs';
import { JAVA_BATCHES } from './codecs/java-batches.js';
import { produceBatch } from './codecs/produce-batch.js';
import { brokers, produce, type RoleProcess, until } from '../support/index.js';
import { IngestFixture, recordOf } from './usage-ledger/ingest-fixture.js';
import { usage } from './usage-ledger/writer-fixture.js';

const JAVA_CODECS = Object.entries(JAVA_BATCHES);
const EVENTS_PER_BATCH = 3;
/** Larger together than one block of either codec. */
const PACKED = 400;
const MIB = 1024 * 1024;

interface Ready {
  readonly checks: { readonly shards: { readonly ok: boolean; readonly detail: string } };
}

describe('record batches of every codec', () => {
  let fixture: IngestFixture;
  let ingest: RoleProcess;

  beforeAll(async () => {
    fixture = await IngestFixture.open(2);
    ingest = await fixture.start();
    // A client of the ledger's teaches kafkajs in this process, too, to pack.
    const admin = createTopicAdmin({ brokers: brokers(), clientId: 'spec' });
    await admin.partitionCount(fixture.topic.name);
    await admin.close();
  }, 60_000);

  afterAll(async () => {
    await ingest.crash();
    await fixture.close();
  });

  const quantities = async () => {
    const { cells, series } = await fixture.reader.snapshot();
    const sourceOf = new Map(series.map(({ digest, attrs }) => [digest, attrs.source]));
    return new Map(
      cells.map(({ digest, quantityE18 }) => [
        sourceOf.get(digest),
        (quantityE18 ?? 0n) / 10n ** 18n,
      ]),
    );
  };

  const send = async (compression: CompressionTypes, values: readonly (string | Buffer)[]) => {
    const producer = new Kafka({ brokers: brokers(), logLevel: logLevel.NOTHING }).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    try {
      const headers = { 'content-type': 'application/cloudevents+json' };
      const messages = values.map((value) => ({ value, headers, partition: 0 }));
      await producer.send({ topic: fixture.topic.name, compression, messages });
    } finally {
      await producer.disconnect();
    }
  };

  it('counts what Java packed, each event once, though it comes twice', async () => {
    for (const [, base64] of JAVA_CODECS) {
      const batch = Buffer.from(base64, 'base64');
      await produceBatch(fixture.topic.name, 0, batch);
      await produceBatch(fixture.topic.name, 0, batch);
    }
    const events = JAVA_CODECS.length * EVENTS_PER_BATCH;
    expect(await fixture.decided(2 * events)).toEqual({
      events,
      duplicates: events,
      quarantined: 0,
      forwarded: 0,
    });
    // 1 + 2 + 3 of each codec's source.
    const wanted = new Map(JAVA_CODECS.map(([codec]) => [`exporter/${codec}`, 6n]));
    const sums = await until(
      'the sums',
      async () => {
        const now = await quantities();
        return now.size === wanted.size && now;
      },
      { deadlineMs: 10_000 },
    );
    expect(sums).toEqual(wanted);
  }, 60_000);

  it('packs what the broker takes, too', async () => {
    const before = await fixture.totals();
    const packing = [CompressionTypes.GZIP, CompressionTypes.Snappy, CompressionTypes.LZ4];
    for (const type of packing) {
      const values = Array.from({ length: PACKED }, (_, n) => usage(`packed-${type}-${n}`));
      await send(
        type,
        values.map((value) => JSON.stringify(value)),
      );
    }
    const { events, duplicates } = before;
    const after = await fixture.decided(events + duplicates + PACKED * packing.length);
    expect(after).toEqual({ ...before, events: events + PACKED * packing.length });
  }, 60_000);

  it('stops one shard at a batch that grows beyond 64 MiB, and says why', async () => {
    const before = await fixture.totals();
    const topic = fixture.topic.name;
    const at = (id: string, partition: number) =>
      recordOf(usage(id, {}, { source: `exporter/part-${partition}` }), { partition });
    await produce(topic, [at('before', 0)]);
    await send(CompressionTypes.GZIP, [Buffer.alloc(65 * MIB)]);
    await produce(topic, [at('after', 0), at('elsewhere', 1)]);

    const { detail } = await until(
      'the halted shard',
      async () => {
        const answer = await fetch(`${ingest.url}/readyz`);
        const { shards } = ((await answer.json()) as Ready).checks;
        return !shards.ok && shards.detail.includes('halted') && shards;
      },
      { deadlineMs: 30_000 },
    );
    expect(detail).toMatch(
      /^partition 0 is halted: record-batch-too-large: .*: a gzip record batch grows beyond 67108864 bytes$/,
    );
    const { events, duplicates } = before;
    // What stands before the batch and in other partitions counts; what stands after it waits.
    const after = await fixture.decided(events + duplicates + 2);
    expect(after).toEqual({ ...before, events: events + 2 });
    const halted = await fixture.rows<{ halted: string }>(
      'select halted from ledger.shard_head where halted is not null',
    );
    expect(halted).toHaveLength(1);
    expect(halted[0]?.halted).toContain('record-batch-too-large');
    expect(ingest.output()).toContain('record-batch-too-large');
    expect(ingest.output()).not.toContain('crashed for good');
  }, 90_000);
});
