import { resumeShard } from '@app/usage-ledger';
import { Kafka, logLevel } from 'kafkajs';
import { brokers, produce, type RoleProcess, until } from '../../support/index.js';
import { IngestFixture, recordOf } from './ingest-fixture.js';
import { usage } from './writer-fixture.js';

const PARTS = [0, 1, 2, 3, 4];
const RECORDS = 5;

interface Ready {
  readonly checks: { readonly shards: { readonly ok: boolean; readonly detail: string } };
}

describe('ingest whose head and broker disagree', () => {
  let fixture: IngestFixture;
  let ingest: RoleProcess;
  const groupId = `halts-${process.pid}`;

  const send = (parts: readonly number[], id: string) =>
    produce(
      fixture.topic.name,
      parts.flatMap((partition) =>
        Array.from({ length: RECORDS }, (_, n) =>
          recordOf(usage(`${id}-${n}`, {}, { source: `exporter/${partition}` }), { partition }),
        ),
      ),
    );

  const readiness = async () => {
    const { checks } = (await (await fetch(`${ingest.url}/readyz`)).json()) as Ready;
    return checks.shards;
  };

  beforeAll(async () => {
    fixture = await IngestFixture.open(PARTS.length);
    await send(PARTS, 'first');
    const first = await fixture.start({ KAFKA_GROUP_ID: groupId });
    await fixture.decided(PARTS.length * RECORDS);
    await first.stop();

    await send([1, 2], 'second');
    const admin = new Kafka({ brokers: brokers(), logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    // kafkajs deletes records of topics only whose metadata it has.
    await admin.fetchTopicOffsets(fixture.topic.name);
    // Partition 0 is well. 1: records were removed before they were read.
    await admin.deleteTopicRecords({
      topic: fixture.topic.name,
      partitions: [{ partition: 1, offset: String(RECORDS + 2) }],
    });
    // 2: Kafka has seen a later head than the database now has.
    await admin.setOffsets({
      groupId,
      topic: fixture.topic.name,
      partitions: [{ partition: 2, offset: String(RECORDS + 1) }],
    });
    await admin.disconnect();
    // 3: the topic ends before the head. 4: the last record below the head is another one.
    await fixture.rows(`update ledger.shard_head set next_offset = 100 where shard = 3`);
    await fixture.rows(`update ledger.shard_head set tail_crc = tail_crc # 1 where shard = 4`);
    ingest = await fixture.start({ KAFKA_GROUP_ID: groupId }, false);
  }, 90_000);

  afterAll(async () => {
    await ingest.crash();
    await fixture.close();
  });

  it('halts each shard with its reason, stays up and says so', async () => {
    const shards = await until(
      'four halted shards',
      async () => {
        const now = await readiness();
        return now.detail.split(' is halted: ').length === 5 && now;
      },
      { deadlineMs: 30_000 },
    );
    expect(shards.ok).toBe(false);
    const { detail } = shards;
    expect(detail).toContain('partition 1 is halted: offset-gap: records 5 to 6 are gone');
    expect(detail).toContain('partition 2 is halted: database-regressed: offset 6 was committed');
    expect(detail).toContain('partition 3 is halted: topic-recreated: the partition ends at 5');
    expect(detail).toContain('partition 4 is halted: topic-recreated: the last record');
    const halted = await fixture.rows<{ shard: number }>(
      'select shard from ledger.shard_head where halted is not null order by shard',
    );
    expect(halted.map(({ shard }) => shard)).toEqual([1, 2, 3, 4]);
    expect(ingest.output()).toContain('"level":"error"');
  }, 60_000);

  it('goes on with the others meanwhile', async () => {
    await send([0], 'third');
    expect(await fixture.decided(PARTS.length * RECORDS + RECORDS)).toMatchObject({
      events: PARTS.length * RECORDS + RECORDS,
    });
  }, 60_000);

  it('refills from Kafka once a person accepts that the database went back', async () => {
    const { events } = await fixture.totals();
    await fixture.rows('update ledger.shard_head set halted = null where shard = 2');
    expect(await fixture.decided(events + RECORDS)).toEqual({
      events: events + RECORDS,
      duplicates: 0,
      quarantined: 0,
      forwarded: 0,
    });
    expect(await resumeShard(fixture.database, 2).catch(() => 'forbidden')).toBe('forbidden');
  }, 60_000);

  it('halts a running shard whose database goes back under it', async () => {
    const { events } = await fixture.totals();
    await fixture.rows('create table ledger.backup as table ledger.shard_head');
    await send([0], 'lost');
    await fixture.decided(events + RECORDS);
    for (const table of ['segment', 'bucket_delta', 'id_run']) {
      const seq = table === 'id_run' ? 'first_seq' : 'seq';
      await fixture.rows(
        `delete from ledger.${table} t using ledger.backup b
         where b.shard = 0 and t.shard = 0 and t.${seq} >= b.next_seq`,
      );
    }
    await fixture.rows(
      `update ledger.shard_head h set next_offset = b.next_offset, next_seq = b.next_seq,
         chain = b.chain, tail_offset = b.tail_offset, tail_crc = b.tail_crc
       from ledger.backup b where h.shard = 0 and b.shard = 0`,
    );
    await send([0], 'next');
    const { detail } = await until(
      'a halted shard',
      async () => {
        const now = await readiness();
        return now.detail.includes('partition 0 is halted') && now;
      },
      { deadlineMs: 30_000 },
    );
    expect(detail).toContain('partition 0 is halted: database-regressed: offset 15 was durable');
  }, 60_000);
});
