import { randomBytes } from 'node:crypto';
import { appendSegment, haltShard, resumeShard, type SegmentAppend } from '@app/usage-ledger';
import { sql } from '../../support/index.js';
import { emptySegment, openShard, type ShardFixture } from './shard-fixture.js';

describe('append_segment', () => {
  let fixture: ShardFixture;
  let first: SegmentAppend;

  const rows = <R extends Record<string, unknown>>(text: string): Promise<R[]> =>
    sql<R>(fixture.owner.url, text);
  const append = (changed: Partial<SegmentAppend> = {}) =>
    appendSegment(fixture.database, { ...first, ...changed });
  const second = (): Partial<SegmentAppend> => ({
    seq: 2n,
    firstOffset: 1n,
    nextOffset: 2n,
    previousChain: first.chain,
    chain: Buffer.from('chain-2'),
  });

  beforeEach(async () => {
    fixture = await openShard();
    const [head] = await rows<{ chain: Buffer }>('select chain from ledger.shard_head');
    first = emptySegment(fixture.shard, { previousChain: head?.chain ?? Buffer.alloc(0) });
  });

  afterEach(async () => {
    await fixture.close();
  });

  it('moves the head and adds everything in one call', async () => {
    const answer = await append({
      counts: { records: 1, events: 2, duplicates: 3, quarantined: 1, forwarded: 4 },
      occurredMin: '2026-03-01T00:00:00.000001Z',
      occurredMax: '2026-03-02T00:00:00.000002Z',
      newSources: ['exporter/a', 'exporter/é "b"'],
      newSeries: [{ digest: Buffer.alloc(16, 7), attrs: '{"source":"exporter/a"}' }],
      seen: [
        {
          sourceNo: 0,
          epoch: '18446744073709551615',
          chunk: 17_592_186_044_415,
          seen: '{[0,2),[5,6)}',
        },
      ],
      idRun: { keys: 1, entries: Buffer.alloc(12), filter: Buffer.alloc(64) },
      quarantine: [
        { offset: 0n, ord: 4, code: 'conflict', detail: '{}', raw: Buffer.from([0, 255]) },
      ],
    });
    expect(answer.status).toBe('OK');
    const [head] = await rows('select * from ledger.shard_head');
    expect(head).toMatchObject({ next_offset: '1', next_seq: '2', next_source: 2, next_series: 1 });
    expect(head).toMatchObject({ tail_offset: '0', tail_crc: '4294967295', chain: first.chain });
    expect(await rows('select source_no, uri, since_seq from ledger.source order by 1')).toEqual([
      { source_no: 0, uri: 'exporter/a', since_seq: '1' },
      { source_no: 1, uri: 'exporter/é "b"', since_seq: '1' },
    ]);
    // 2^64 - 2^20: the start of the last chunk.
    expect(await rows('select epoch, lo, hi from ledger.source_span')).toEqual([
      { epoch: '18446744073709551615', lo: '18446744073708503040', hi: '18446744073708503046' },
    ]);
    expect(await rows('select line, "offset", ord, raw from ledger.quarantine')).toEqual([
      { line: 1, offset: '0', ord: 4, raw: Buffer.from([0, 255]) },
    ]);
    expect(
      await rows('select records, events, duplicates, quarantined, forwarded from ledger.segment'),
    ).toEqual([{ records: 1, events: 2, duplicates: 3, quarantined: 1, forwarded: 4 }]);
  });

  it('answers DONE to the same call again and counts nothing twice', async () => {
    const { at } = await append({ newSources: ['exporter/a'] });
    expect(await append({ newSources: ['exporter/a'] })).toEqual({
      status: 'DONE',
      at,
      detail: null,
    });
    await append(second());
    expect(await append({ newSources: ['exporter/a'] })).toEqual({
      status: 'DONE',
      at,
      detail: null,
    });
    expect(await rows('select uri from ledger.source')).toHaveLength(1);
  });

  it.each([
    ['an older seq with another chain', { chain: Buffer.from('other') }],
    ['a seq too far', { seq: 3n }],
    ['another first offset', { ...{ seq: 2n }, firstOffset: 5n, nextOffset: 9n }],
  ])('answers STALE with the head to %s', async (_, changed) => {
    await append();
    const answer = await append(changed);
    expect(answer).toMatchObject({ status: 'STALE', detail: { nextOffset: 1, nextSeq: 2 } });
  });

  it('answers STALE to a chain that does not follow and to an empty range', async () => {
    expect(await append({ previousChain: Buffer.from('no') })).toMatchObject({ status: 'STALE' });
    expect(await append({ nextOffset: 0n })).toMatchObject({ status: 'STALE' });
  });

  it('answers OVERLAP, naming the numbers that were counted before, and adds nothing', async () => {
    const seen = (ranges: string) => [{ sourceNo: 0, epoch: '1', chunk: 0, seen: ranges }];
    await append({ newSources: ['exporter/a'], seen: seen('{[0,10)}') });
    const answer = await append({ ...second(), seen: seen('{[8,12)}') });
    expect(answer).toMatchObject({
      status: 'OVERLAP',
      detail: [{ source: 0, epoch: 1, chunk: 0, overlap: '{[8,10)}' }],
    });
    expect(await rows('select next_seq from ledger.shard_head')).toEqual([{ next_seq: '2' }]);
    expect(await append({ ...second(), seen: seen('{[10,12)}') })).toMatchObject({ status: 'OK' });
    expect(await rows('select seen::text from ledger.source_state')).toEqual([
      { seen: '{[0,12)}' },
    ]);
  });

  it('answers HALTED until somebody resumes the shard, and for a shard it does not know', async () => {
    await haltShard(fixture.database, fixture.shard, 'offset-gap: 1 to 2');
    expect(await append()).toMatchObject({ status: 'HALTED', detail: 'offset-gap: 1 to 2' });
    expect(await resumeShard(fixture.database, fixture.shard)).toBe(true);
    expect(await append()).toMatchObject({ status: 'OK' });
    expect(await append({ shard: 99 })).toMatchObject({ status: 'HALTED', detail: null });
  });

  it('says DONE even when the shard has been halted since', async () => {
    await append();
    await haltShard(fixture.database, fixture.shard, 'why');
    expect(await append()).toMatchObject({ status: 'DONE' });
  });

  it('takes each segment of three racing writers once', async () => {
    const segments = 40;
    const writer = async (name: string): Promise<number> => {
      let won = 0;
      for (;;) {
        const [head] = await fixture.database.query<{ seq: bigint; chain: Buffer }>(
          'select next_seq as seq, chain from ledger.shard_head',
        );
        if (head === undefined || head.seq > BigInt(segments)) return won;
        const { status } = await append({
          seq: head.seq,
          firstOffset: head.seq - 1n,
          nextOffset: head.seq,
          previousChain: head.chain,
          chain: Buffer.concat([Buffer.from(name), randomBytes(8)]),
          newSources: [`source-${name}-${head.seq}`],
        });
        if (status === 'OK') won += 1;
      }
    };
    const wins = await Promise.all(['a', 'b', 'c'].map(writer));
    expect(wins.reduce((sum, won) => sum + won, 0)).toBe(segments);
    const [tiled] = await rows(
      `select count(*)::int as segments, min(seq)::int as first, max(seq)::int as last,
         bool_and(first_offset = seq - 1 and next_offset = seq) as contiguous,
         count(distinct recorded_at)::int as times from ledger.segment`,
    );
    expect(tiled).toEqual({
      segments,
      first: 1,
      last: segments,
      contiguous: true,
      times: segments,
    });
    const [sources] = await rows(
      'select count(*)::int as n, max(source_no)::int as last from ledger.source',
    );
    expect(sources).toEqual({ n: segments, last: segments - 1 });
  });

  it('lets ingest add facts and change none', async () => {
    await append();
    const forbidden = [
      'update ledger.segment set events = 5',
      'delete from ledger.bucket_delta',
      `insert into ledger.tree_leaf values (0, 0, 1, '')`,
    ];
    for (const statement of forbidden) {
      await expect(fixture.database.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
