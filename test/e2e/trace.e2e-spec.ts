import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  contractBody,
  endOffsets,
  type OwnBroker,
  runCli,
  sql,
  startOwnBroker,
  startWholeLedger,
  until,
  type WholeLedger,
} from '../support/index.js';

/** One hour of real inference requests; 8,819 of them, an input and an output line each. */
const TRACE = join(process.cwd(), '..', 'shared', 'data', 'traces', 'azure_llm_2023_code.csv.gz');
const LINES = 17_638;
const INPUT_TOKENS = '18059974';
const OUTPUT_TOKENS = '245896';
/** 18,059,974 × 3 ÷ 10^6 + 245,896 × 15 ÷ 10^6. */
const COUNTED = '57.868362';

interface Position {
  readonly term: { readonly counted: string };
  readonly suspense: {
    readonly unpricedLines: number;
    readonly unpricedQuantity: readonly { skuId: string; unit: string; quantity: string }[];
  };
}

let broker: OwnBroker;
let ledger: WholeLedger;

const withTrace = existsSync(TRACE) ? describe : describe.skip;
if (!existsSync(TRACE)) process.stderr.write(`\n!! SKIPPED: ${TRACE} is absent\n`);

withTrace('a real trace of inference requests', () => {
  beforeAll(async () => {
    broker = await startOwnBroker();
    process.env.KAFKA_BROKERS = broker.brokers;
    ledger = await startWholeLedger({
      roles: ['api', 'ingest', 'monitor'],
      brokers: broker.brokers,
    });
    await ledger.post(
      '/v1/contracts',
      contractBody({
        contractId: 'trace',
        commitmentId: 'trace',
        start: '2023-01-01',
        end: '2028-01-01',
        minimum: '100.00',
      }),
    );
  }, 120_000);

  afterAll(async () => {
    await ledger.stop();
    await broker.stop();
  });

  const emit = (...args: string[]): Promise<{ code: number | null; stderr: string }> =>
    runCli(['emit', '--trace', TRACE, '--source', 'trace/azure', '--sku', 'trace', ...args], {
      KAFKA_BROKERS: broker.brokers,
      USAGE_TOPIC: ledger.topic.name,
    });

  async function drained(): Promise<void> {
    const ends = await endOffsets(ledger.topic.name);
    await until(
      'the heads have passed every offset',
      async () => {
        const heads = await sql<{ part: number; next_offset: string }>(
          ledger.database.url,
          'select part, next_offset from ledger.shard_head join ledger.shard using (shard)',
        );
        const passed = new Map(heads.map((h) => [h.part, BigInt(h.next_offset)]));
        return [...ends].every(([part, end]) => end === 0n || passed.get(part) === end);
      },
      { deadlineMs: 60_000 },
    );
  }

  async function position(): Promise<Position> {
    const { body: head } = await ledger.get<{ position: string }>('/v1/ledger/head');
    return until(
      'the position at the head',
      async () => {
        const answer = await ledger.get<Position>(
          `/v1/commitments/trace/position?minPosition=${encodeURIComponent(head.position)}&waitMs=2000`,
        );
        return answer.status === 200 && answer.body;
      },
      { deadlineMs: 30_000 },
    );
  }

  it('stands in suspense, to the token, while ingest and the broker are killed', async () => {
    const sending = emit('--batch', '1', '--rate', '2000');
    // Killed at random moments of the nine seconds that sending takes.
    for (const kill of ['ingest', 'ingest and broker', 'ingest']) {
      await delay(400 + Math.random() * 1_200);
      await ledger.role('ingest').crash();
      if (kill === 'ingest and broker') await broker.killAndRestart();
      await ledger.restart('ingest');
    }
    expect(await sending).toMatchObject({ code: 0 });
    await drained();

    const { suspense, term } = await position();
    expect(term.counted).toBe('0');
    expect(suspense.unpricedLines).toBe(LINES);
    expect(
      suspense.unpricedQuantity.map(({ skuId, quantity }) => [skuId, quantity]).sort(),
    ).toEqual([
      ['trace:input', INPUT_TOKENS],
      ['trace:output', OUTPUT_TOKENS],
    ]);
  }, 180_000);

  it('counts exactly once priced by a price book that came later', async () => {
    await ledger.post('/v1/price-books', {
      priceBookId: 'trace',
      provider: 'AWS',
      currency: 'USD',
      reason: 'published after the usage',
      prices: [
        { skuId: 'trace:input', unit: 'tokens', per: '1000000', unitPrice: '3' },
        { skuId: 'trace:output', unit: 'tokens', per: '1000000', unitPrice: '15' },
      ],
    });
    expect((await position()).term.counted).toBe(COUNTED);
  }, 60_000);

  it('is unchanged by the same trace in batches and in another order', async () => {
    expect(await emit('--shuffle', '--seed', '7')).toMatchObject({ code: 0 });
    await drained();
    const after = await position();
    expect(after.term.counted).toBe(COUNTED);
    expect(after.suspense.unpricedLines).toBe(0);
    const [totals] = await sql(
      ledger.database.url,
      'select sum(events)::int as events, sum(quarantined)::int as quarantined from ledger.segment',
    );
    expect(totals).toEqual({ events: LINES, quarantined: 0 });
  }, 120_000);

  it('leaves no gap and verifies clean', async () => {
    const gaps = await sql(
      ledger.database.url,
      `select shard from ledger.segment group by shard
       having count(*) <> max(seq) or min(seq) <> 1`,
    );
    expect(gaps).toEqual([]);
    const { code, stdout } = await runCli(['verify', '--database-url', ledger.database.url]);
    expect({ code, stdout }).toMatchObject({ code: 0 });
  }, 60_000);
});
