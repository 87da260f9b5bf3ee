import { produce, readAll, type RoleProcess, until } from '../../support/index.js';
import { IngestFixture, recordOf } from './ingest-fixture.js';
import { counted, usage } from './writer-fixture.js';

describe('ingest', () => {
  let fixture: IngestFixture;
  let ingest: RoleProcess;

  beforeAll(async () => {
    fixture = await IngestFixture.open(2);
    ingest = await fixture.start();
  }, 60_000);

  afterAll(async () => {
    await ingest.crash();
    await fixture.close();
  });

  it('counts events once, whatever their record looks like and however often they come', async () => {
    const batch = JSON.stringify([counted(0), counted(1), counted(1), counted(2)]);
    const headers = { 'content-type': 'application/cloudevents-batch+json' };
    await produce(fixture.topic.name, [
      { key: 'exporter/a', value: batch, headers },
      recordOf(counted(2)),
      recordOf(usage('opaque')),
      recordOf(usage('opaque')),
      { key: 'exporter/a', value: batch, headers },
    ]);
    expect(await fixture.decided(11)).toEqual({
      events: 4,
      duplicates: 7,
      quarantined: 0,
      forwarded: 0,
    });
  });

  it('shows them in the sums within half a second', async () => {
    const before = await fixture.totals();
    const start = performance.now();
    await produce(fixture.topic.name, [recordOf(counted(3))]);
    await until(
      'the sums',
      async () => {
        const { cells } = await fixture.reader.snapshot();
        return cells.reduce((sum, { events }) => sum + events, 0n) > BigInt(before.events);
      },
      { deadlineMs: 5_000, everyMs: 10 },
    );
    // Connecting the producer is part of it; the promise itself is measured by the benchmark.
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('sends events away from home to their home and counts them there', async () => {
    const away = { source: 'exporter/traveller' };
    const here = (id: string) => usage(id, {}, away);
    await produce(fixture.topic.name, [recordOf(here('first'), { partition: 0 })]);
    const before = await until(
      'the home of the source',
      async () =>
        (await fixture.reader.sources()).some(({ source }) => source === away.source) &&
        fixture.totals(),
      { deadlineMs: 10_000 },
    );
    await produce(fixture.topic.name, [
      recordOf(here('first'), { partition: 1, key: null }),
      recordOf(here('second'), { partition: 1, key: null }),
    ]);
    // Two forwarded from partition 1; at home one is a duplicate and one is new.
    const after = await fixture.decided(
      before.events + before.duplicates + before.quarantined + before.forwarded + 4,
    );
    expect(after).toEqual({
      events: before.events + 1,
      duplicates: before.duplicates + 1,
      quarantined: before.quarantined,
      forwarded: before.forwarded + 2,
    });
  });

  it('copies what it quarantines to the dead-letter topic, bytes untouched', async () => {
    const bad = '{"specversion":"1.0", broken';
    const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const conflict = usage('opaque', { consumedQuantity: '9' }, { traceparent: trace });
    await produce(fixture.topic.name, [
      { ...recordOf({}), key: 'exporter/a', value: bad },
      recordOf(conflict),
    ]);
    const copies = await readAll(fixture.topic.deadLetterName, 2);
    const text = (i: number, name: string) => String(copies[i]?.headers[name]);
    expect(copies.map(({ value }) => value)).toEqual([bad, JSON.stringify(conflict)]);
    expect([text(0, 'ledger-error-code'), text(0, 'ledger-error-stage')]).toEqual([
      'json-invalid',
      'decode',
    ]);
    expect([text(1, 'ledger-error-code'), text(1, 'ledger-error-stage')]).toEqual([
      'conflict',
      'identity',
    ]);
    expect([text(1, 'traceparent'), text(1, 'ledger-original-topic')]).toEqual([
      trace,
      fixture.topic.name,
    ]);
    const age = Date.now() - Number(text(1, 'ledger-original-timestamp'));
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(60_000);
  });

  it('keeps the partition of what it copies', async () => {
    const bad = { key: null, value: 'no event', headers: {} };
    await produce(
      fixture.topic.name,
      [0, 1].map((partition) => ({ ...bad, partition })),
    );
    const copies = (await readAll(fixture.topic.deadLetterName, 4)).filter(
      ({ value }) => value === bad.value,
    );
    const places = copies.map(({ partition, headers }) => [
      partition,
      String(headers['ledger-original-partition']),
    ]);
    expect(places.sort()).toEqual([
      [0, '0'],
      [1, '1'],
    ]);
  });

  it('tells its readiness and what became of the events', async () => {
    const ready = await fetch(`${ingest.url}/readyz`);
    expect(await ready.json()).toMatchObject({ status: 'ok' });
    const text = await (await fetch(`${ingest.url}/metrics`)).text();
    const { events, duplicates } = await fixture.totals();
    expect(text).toContain(`cl_ingest_events_total{outcome="accepted"} ${events}`);
    expect(text).toContain(`cl_ingest_events_total{outcome="duplicate"} ${duplicates}`);
    expect(text).toContain('cl_shard_state{shard="0",state="running"} 1');
    expect(text).toContain('cl_kafka_lag{shard="0"}');
  });

  it('stops cleanly, leaves nothing undecided, and all of it verifies', async () => {
    const before = await fixture.totals();
    await produce(
      fixture.topic.name,
      Array.from({ length: 500 }, (_, i) => recordOf(usage(`last-${i}`))),
    );
    await fixture.decided(
      before.events + before.duplicates + before.quarantined + before.forwarded + 500,
    );
    expect(await ingest.stop()).toBe(0);
    expect(ingest.output()).not.toMatch(/"level":"error"/);
    const verdicts = await fixture.verdicts();
    expect(verdicts.map(({ finding }) => finding)).toEqual([null, null]);
    expect(verdicts.reduce((sum, { events }) => sum + events, 0n)).toBe(
      BigInt((await fixture.totals()).events),
    );
  });
});
