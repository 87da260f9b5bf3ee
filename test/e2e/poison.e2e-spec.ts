import { BAD_KINDS, goodEvent } from '../corpus/bad-records.js';
import {
  endOffsets,
  produce,
  readAll,
  sql,
  startWholeLedger,
  type TestRecord,
  until,
  type WholeLedger,
} from '../support/index.js';

const GOOD = 10_000;
const BAD = 1_000;
const SOURCE = 'exporter/with-a-fault';

interface Mixed {
  readonly records: TestRecord[];
  /** Bad events sent by reason code. */
  readonly expected: Record<string, number>;
}

/** Ten good events, one bad one, and so on: every kind in turn. */
function mixed(): Mixed {
  const records: TestRecord[] = [];
  const expected: Record<string, number> = {};
  for (let n = 0; n < BAD; n += 1) {
    for (let k = 0; k < GOOD / BAD; k += 1) {
      records.push({
        key: SOURCE,
        value: JSON.stringify(goodEvent(SOURCE, `good-${n}-${k}`)),
        headers: { 'content-type': 'application/cloudevents+json' },
      });
    }
    const kind = BAD_KINDS[n % BAD_KINDS.length];
    if (kind === undefined) throw new Error('no kinds');
    records.push(kind.record(SOURCE, n));
    expected[kind.code] = (expected[kind.code] ?? 0) + 1;
  }
  return { records, expected };
}

let ledger: WholeLedger;

beforeAll(async () => {
  ledger = await startWholeLedger({ roles: ['ingest'], partitions: 2 });
}, 60_000);

afterAll(() => ledger.stop());

describe('bad events among good ones of one source', () => {
  it(`${BAD} bad and ${GOOD} good: each counted or accounted for, and the partition goes on`, async () => {
    const { records, expected } = mixed();
    for (let from = 0; from < records.length; from += 500) {
      await produce(ledger.topic.name, records.slice(from, from + 500));
    }
    const ends = await endOffsets(ledger.topic.name);
    await until(
      'all offsets are passed',
      async () => {
        const heads = await sql<{ part: number; next_offset: string }>(
          ledger.database.url,
          'select part, next_offset from ledger.shard_head join ledger.shard using (shard)',
        );
        return heads.length === 2 && heads.every((h) => ends.get(h.part) === BigInt(h.next_offset));
      },
      { deadlineMs: 60_000 },
    );

    const [totals] = await sql(
      ledger.database.url,
      `select sum(events)::int as events, sum(duplicates)::int as duplicates,
         sum(quarantined)::int as quarantined from ledger.segment`,
    );
    expect(totals).toEqual({ events: GOOD, duplicates: 0, quarantined: BAD });
    const reasons = await sql<{ code: string; count: number }>(
      ledger.database.url,
      'select code, count(*)::int as count from ledger.quarantine group by code',
    );
    expect(Object.fromEntries(reasons.map(({ code, count }) => [code, count]))).toEqual(expected);
    const [halted] = await sql(
      ledger.database.url,
      'select count(*)::int as halted from ledger.shard_head where halted is not null',
    );
    expect(halted).toEqual({ halted: 0 });
  }, 120_000);

  it('copies each of them to the dead-letter topic with its reason', async () => {
    const copies = await readAll(ledger.topic.deadLetterName, BAD, 60_000);
    const codes: Record<string, number> = {};
    for (const { headers } of copies) {
      const code = String(headers['ledger-error-code']);
      codes[code] = (codes[code] ?? 0) + 1;
    }
    expect(codes).toEqual(mixed().expected);
  }, 90_000);
});
