import type { TopicAdmin } from '@app/kafka';
import type { Database } from '@app/platform';
import { checkAgainstBroker, mustNotHaveGoneBack, type TakeoverPorts } from './takeover.js';

const partition = { clusterId: 'c', topic: 't', part: 0 };
const head = (nextOffset: bigint) => ({
  shard: 3,
  incarnation: 1,
  nextOffset,
  nextSeq: 2n,
  chain: Buffer.alloc(32),
  recordedAt: '2027-01-01T00:00:00Z',
  nextSource: 0,
  nextSeries: 0,
  tailOffset: null,
  tailCrc: null,
  halted: null,
});

/** A database that knows only how to be halted, and why it was. */
function haltable(): { readonly database: Database; readonly reasons: unknown[] } {
  const reasons: unknown[] = [];
  const query = (_: string, values: unknown[]) => Promise.resolve(reasons.push(values[1]));
  return { database: { query } as unknown as Database, reasons };
}

/** A broker that holds [0, 100) and where a rival commits on and on. */
function portsOn(database: Database): TakeoverPorts {
  const admin = {
    offsets: () => Promise.resolve(new Map([[0, { low: 0n, high: 100n }]])),
    committed: () => Promise.resolve(new Map([[0, 99n]])),
  } as unknown as TopicAdmin;
  return { database, admin, topic: 't', groupId: 'g' };
}

describe('taking a shard over', () => {
  it('takes no rival that commits after the head was read for a database that went back', async () => {
    const { database, reasons } = haltable();
    const taken = { shard: 3, partition, committed: 50n };
    expect(await checkAgainstBroker(portsOn(database), taken, head(50n))).toEqual({
      start: 50n,
      tail: null,
    });
    expect(reasons).toEqual([]);
  });

  it('halts at a head behind what was committed before', async () => {
    const { database, reasons } = haltable();
    const taken = { shard: 3, partition, committed: 51n };
    await expect(checkAgainstBroker(portsOn(database), taken, head(50n))).rejects.toThrow(
      'database-regressed: offset 51 was committed, the head is at 50',
    );
    expect(reasons).toHaveLength(1);
  });

  it('halts at a head behind what this process saw durable', async () => {
    const { database, reasons } = haltable();
    await mustNotHaveGoneBack(database, head(50n), undefined);
    await mustNotHaveGoneBack(database, head(50n), 50n);
    expect(reasons).toEqual([]);
    await expect(mustNotHaveGoneBack(database, head(50n), 51n)).rejects.toMatchObject({
      code: 'shard-halted',
      throughOffset: 50n,
    });
    expect(reasons).toEqual(['database-regressed: offset 51 was durable, the head is at 50']);
  });
});
