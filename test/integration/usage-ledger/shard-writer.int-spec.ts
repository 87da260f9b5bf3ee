import {
  resumeShard,
  ShardHaltedError,
  ShardMovedError,
  UsageLedgerReader,
} from '@app/usage-ledger';
import { sql } from '../../support/index.js';
import { openShard, type ShardFixture } from './shard-fixture.js';
import { counted, openWriter, project, usage } from './writer-fixture.js';

describe('shard writer', () => {
  let fixture: ShardFixture;

  const rows = <R extends Record<string, unknown>>(text: string): Promise<R[]> =>
    sql<R>(fixture.owner.url, text);
  const counts = async () => {
    const [sums] = await rows(
      `select sum(records)::int as records, sum(events)::int as events, sum(duplicates)::int as duplicates,
         sum(quarantined)::int as quarantined, sum(forwarded)::int as forwarded from ledger.segment`,
    );
    return sums;
  };
  const codes = () =>
    rows<{ code: string }>('select code from ledger.quarantine order by seq, line');

  beforeEach(async () => {
    fixture = await openShard();
  });

  afterEach(async () => {
    await fixture.close();
  });

  it('counts an event once: in its batch, in a later batch, after a restart', async () => {
    const first = await openWriter(fixture);
    await first.write(usage('x'), usage('x'), counted(0), counted(0));
    await first.write(usage('x'), counted(0), usage('y'));
    const second = await openWriter(fixture);
    await second.write(usage('y'), usage('x'), counted(0), usage('z'));
    // x, 0, y and z, each once.
    expect(await counts()).toMatchObject({ records: 11, events: 4, duplicates: 7, quarantined: 0 });
  });

  it('keeps the first of two contents and quarantines the other, at any distance', async () => {
    const other = { consumedQuantity: '2' };
    const first = await openWriter(fixture);
    await first.write(usage('x'), usage('x', other), counted(0), counted(0, other));
    const second = await openWriter(fixture);
    await second.write(usage('x', other), counted(0, other), counted(1));
    expect(await counts()).toMatchObject({ events: 3, duplicates: 0, quarantined: 4 });
    expect(await codes()).toEqual(Array.from({ length: 4 }, () => ({ code: 'conflict' })));
    await project(fixture, 2n);
    const { cells } = await new UsageLedgerReader(fixture.database).snapshot();
    expect(cells.map(({ events, quantityE18 }) => [events, quantityE18])).toEqual([
      [3n, 3n * 10n ** 18n],
    ]);
  });

  it('is due at once when the batch in flight has failed', async () => {
    const refuse = () => Promise.reject(new Error('refused'));
    const failing = await openWriter(fixture, 0n, refuse);
    await expect(failing.write(usage('x'))).rejects.toThrow('refused');
    expect(failing.writer.dueInMs).toBe(0);
    await expect(failing.writer.closeIfDue()).rejects.toThrow('refused');
  });

  it('tells a conflict by the emitting time alone', async () => {
    const writer = await openWriter(fixture);
    await writer.write(usage('x', {}, { time: '2026-03-02T00:00:00Z' }));
    await writer.write(
      usage('x', {}, { time: '2026-03-02T00:00:00.000Z' }),
      usage('x', {}, { time: '2026-03-02T00:00:01Z' }),
    );
    // The same instant in another notation is the same content.
    expect(await counts()).toMatchObject({ events: 1, duplicates: 1, quarantined: 1 });
  });

  it('stores the bytes of a bad event untouched and goes on', async () => {
    const writer = await openWriter(fixture);
    await writer.writeRaw('{"specversion":"1.0","é"');
    await writer.write(usage('good'));
    const [row] = await rows<{ code: string; detail: string; raw: Buffer }>(
      'select code, detail, raw from ledger.quarantine',
    );
    expect(row?.code).toBe('json-invalid');
    expect(row?.raw.toString()).toBe('{"specversion":"1.0","é"');
    expect(row?.detail).toMatch(/^[\x20-\x7e]+$/);
    expect(await counts()).toMatchObject({ records: 2, events: 1, quarantined: 1 });
  });

  it('lets a quarantined event leave no gap behind, also after a restart', async () => {
    const first = await openWriter(fixture);
    await first.write(counted(0), counted(1, { consumedQuantity: '1e3' }), counted(2));
    const reader = new UsageLedgerReader(fixture.database);
    expect(await reader.sources()).toMatchObject([
      { events: 2n, openGap: false, watermark: '2026-03-01' },
    ]);
    const second = await openWriter(fixture);
    await second.write(counted(4));
    expect(await reader.sources()).toMatchObject([
      { events: 3n, openGap: true, watermark: '2026-03-01' },
    ]);
    await second.write(counted(3));
    expect(await reader.sources()).toMatchObject([{ events: 4n, openGap: false }]);
  });

  it('forwards what lives in another shard before it commits', async () => {
    await rows(`insert into ledger.source_home values ('exporter/elsewhere', 7)`);
    const writer = await openWriter(fixture);
    await writer.write(usage('x', {}, { source: 'exporter/elsewhere' }), usage('y'));
    expect(await counts()).toMatchObject({ records: 2, events: 1, forwarded: 1 });
    expect(writer.forwarded).toMatchObject([{ home: 7, events: [{ id: 'x' }] }]);
  });

  it('stops at a head that somebody else has moved, and goes on after loading it', async () => {
    const first = await openWriter(fixture);
    const zombie = await openWriter(fixture);
    await first.write(counted(0));
    await expect(zombie.write(counted(0), counted(1))).rejects.toThrow(ShardMovedError);
    const reloaded = await openWriter(fixture);
    expect(reloaded.writer.expected).toBe(1n);
    await reloaded.write(counted(1));
    expect(await counts()).toMatchObject({ records: 2, events: 2, duplicates: 0 });
  });

  it('halts when two sources send more than 1 % rubbish, until a person lets it pass', async () => {
    const bad = Array.from({ length: 120 }, (_, i) =>
      usage(`bad-${i}`, { consumedQuantity: 'NaN' }, { source: `exporter/${i % 2}` }),
    );
    const writer = await openWriter(fixture);
    await writer.write(usage('good'));
    await expect(writer.write(...bad)).rejects.toThrow(ShardHaltedError);
    expect(await counts()).toMatchObject({ events: 1, quarantined: 0 });
    await expect(openWriter(fixture)).rejects.toThrow(/quarantine-rate: 120 of 120/);
    // Also after a restart the reason says what a resume lets through.
    await expect(openWriter(fixture)).rejects.toMatchObject({ throughOffset: 121n });
    await resumeShard(fixture.database, fixture.shard);
    const lenient = await openWriter(fixture, 121n);
    await lenient.write(...bad);
    expect(await counts()).toMatchObject({ events: 1, quarantined: 120 });
  });

  it('lets one source send rubbish alone', async () => {
    const bad = Array.from({ length: 150 }, (_, i) =>
      usage(`bad-${i}`, { consumedQuantity: '+1' }),
    );
    const writer = await openWriter(fixture);
    await writer.write(...bad);
    expect(await counts()).toMatchObject({ quarantined: 150 });
  });

  it('takes sequences 0 and 2^64 - 1 and moves the offset past control records', async () => {
    const writer = await openWriter(fixture);
    const last = { epoch: '18446744073709551615', sequence: '18446744073709551615' };
    await writer.write(counted(0), usage('last', {}, last));
    await writer.writer.take([], 9n);
    await writer.write(usage('after'));
    expect(await rows('select first_offset, next_offset from ledger.segment order by seq')).toEqual(
      [
        { first_offset: '0', next_offset: '2' },
        { first_offset: '2', next_offset: '10' },
      ],
    );
    expect(await counts()).toMatchObject({ events: 3 });
  });
});
