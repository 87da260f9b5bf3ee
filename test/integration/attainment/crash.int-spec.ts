import { GetPositionQuery, SignContractCommand } from '@app/commitments';
import { Database } from '@app/platform';
import {
  cloneDatabase,
  type RoleProcess,
  sql,
  startRole,
  type TestDatabase,
  usageEvent,
} from '../../support/index.js';
import { type LedgerApp, startApp } from './ledger-app.js';
import { UsageFeed } from './usage-feed.js';

// A busy machine takes its time.
import.meta.jest.setTimeout(60_000);

const KILLS = 6;
const LINES = 120;
const THRESHOLDS = 5;

let home: TestDatabase;
let ingest: Database;
let feed: UsageFeed;
let app: LedgerApp;
const monitors: RoleProcess[] = [];

beforeAll(async () => {
  home = await cloneDatabase();
  ingest = new Database({ url: home.urlOf('ingest'), applicationName: 'spec-ingest' });
  [app, feed] = await Promise.all([startApp(home.urlOf('api')), UsageFeed.start(ingest)]);
  await app.commands.execute(
    new SignContractCommand(
      {
        ...{ contractId: 'k', name: 'k', provider: 'AWS', currency: 'USD', reason: 'spec' },
        ...{ start: '2026-01-01', end: '2027-01-01' },
        commitments: [{ commitmentId: 'c', name: 'c', terms: { periods: 1, minimum: '100' } }],
      },
      { actor: 'spec' },
    ),
  );
  monitors.push(await start());
  monitors.push(await start());
});

afterAll(async () => {
  await Promise.all(monitors.map((monitor) => monitor.stop()));
  await app.close();
  await ingest.close();
  await home.drop();
});

function start(): Promise<RoleProcess> {
  const env = { DATABASE_URL: home.urlOf('monitor'), MONITOR_LEASE_MS: '800', DRAIN_MS: '0' };
  return startRole('monitor', { env });
}

async function spend(id: number): Promise<string> {
  const data = {
    chargePeriodStart: `2026-02-${String((id % 28) + 1).padStart(2, '0')}T00:00:00Z`,
    billedCost: '1.01',
    billingCurrency: 'USD',
  };
  return feed.send([usageEvent({ source: 's', id: `line-${id}`, data })]);
}

/** Kills the holder or the stand-by, whichever is older, and starts another in its place. */
async function killOne(): Promise<void> {
  const victim = monitors.shift();
  await victim?.crash();
  monitors.push(await start());
}

describe('monitor under kill -9', () => {
  it('neither loses an alert nor tells one twice, and every figure is exact', async () => {
    let position = '';
    for (let id = 0; id < LINES; id += 1) {
      position = await spend(id);
      if (id % (LINES / KILLS) === 7) await killOne();
    }
    const answer = await app.queries.execute(
      new GetPositionQuery('c', { minPosition: position, waitMs: 10_000 }),
    );
    // 120 × 1.01
    expect(answer.term.counted).toBe('121.2');

    const fired = await sql<{ stream: string; n: number }>(
      home.url,
      `select stream, count(*)::int as n from ledger.event
       where type = 'AlertFired' and data->>'kind' = 'milestone' group by stream`,
    );
    expect(fired.map(({ n }) => n)).toEqual(Array.from({ length: THRESHOLDS }, () => 1));
    const others = await sql<{ type: string }>(
      home.url,
      `select type from ledger.event where data->>'kind' = 'milestone' and type <> 'AlertFired'`,
    );
    expect(others).toEqual([]);
    const messages = await sql<{ n: number }>(
      home.url,
      `select count(*)::int as n from ledger.webhook_message where type = 'commitment.milestone'`,
    );
    expect(messages).toEqual([{ n: THRESHOLDS }]);
    const days = await sql<{ sum: string }>(
      home.url,
      'select trim_scale(sum(counted))::text as sum from ledger.attainment_day',
    );
    expect(days).toEqual([{ sum: '121.2' }]);
  });
});
