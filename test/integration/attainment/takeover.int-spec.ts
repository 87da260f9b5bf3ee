import { GetPositionQuery, SignContractCommand } from '@app/commitments';
import { Database } from '@app/platform';
import { cloneDatabase, sql, type TestDatabase, until, usageEvent } from '../../support/index.js';
import { type LedgerApp, startApp } from './ledger-app.js';
import { type RunningMonitor, startMonitor } from './running-monitor.js';
import { UsageFeed } from './usage-feed.js';

// A busy machine takes its time.
import.meta.jest.setTimeout(60_000);

const LEASE_MS = 900;
const DEADLINE = { deadlineMs: 10_000 };
/** 25, 50, 75, 90 and 100 % of the minimum. */
const MILESTONES = Array.from({ length: 5 }, () => 'AlertFired');

let home: TestDatabase;
let ingest: Database;
let feed: UsageFeed;
let app: LedgerApp;
const monitors: RunningMonitor[] = [];
let sent = 0;

beforeAll(async () => {
  home = await cloneDatabase();
  ingest = new Database({ url: home.urlOf('ingest'), applicationName: 'spec-ingest' });
  [app, feed] = await Promise.all([startApp(home.urlOf('api')), UsageFeed.start(ingest)]);
  const terms = { periods: 1, minimum: '10' };
  await app.commands.execute(
    new SignContractCommand(
      {
        ...{ contractId: 'k', name: 'k', provider: 'AWS', currency: 'USD', reason: 'spec' },
        ...{ start: '2026-01-01', end: '2027-01-01' },
        commitments: [{ commitmentId: 'c', name: 'c', terms }],
      },
      { actor: 'spec' },
    ),
  );
});

afterAll(async () => {
  await Promise.all(monitors.map((monitor) => monitor.stop()));
  await app.close();
  await ingest.close();
  await home.drop();
});

function start(): RunningMonitor {
  const monitor = startMonitor(home.urlOf('monitor'), LEASE_MS);
  monitors.push(monitor);
  return monitor;
}

async function spend(cost: string): Promise<string> {
  sent += 1;
  const data = {
    chargePeriodStart: '2026-02-01T00:00:00Z',
    billedCost: cost,
    billingCurrency: 'USD',
  };
  return feed.send([usageEvent({ source: 's', id: `line-${sent}`, data })]);
}

async function counted(minPosition: string): Promise<string> {
  const query = new GetPositionQuery('c', { minPosition, waitMs: 10_000 });
  return (await app.queries.execute(query)).term.counted;
}

const lease = async (): Promise<{ holder: string; fence: string }> => {
  const text = `select holder, fence::text from ledger.lease where name = 'monitor'`;
  const [row] = await sql<{ holder: string; fence: string }>(home.url, text);
  if (row === undefined) throw new Error('nobody ever held the lease');
  return row;
};

const milestones = async (): Promise<string[]> => {
  const rows = await sql<{ type: string }>(
    home.url,
    `select type from ledger.event where stream like 'alert-%' and type in ('AlertFired', 'AlertResolved')
     and data->>'kind' = 'milestone' order by position`,
  );
  return rows.map(({ type }) => type);
};

describe('the lease of monitor', () => {
  it('is held by one; the other stands by, ready', async () => {
    const first = start();
    expect(await counted(await spend('1'))).toBe('1');
    const second = start();
    await until('the second stands by', () => second.health.ready, DEADLINE);
    expect(second.health.report().checks.monitor?.detail).toMatch(/^stand-by/);
    expect((await lease()).holder).toBe(first.lease.holder);
  });

  it('is taken over, and the follower goes on where the read model stands', async () => {
    const [first, second] = monitors as [RunningMonitor, RunningMonitor];
    await first.monitor.stop();
    expect(await counted(await spend('2'))).toBe('3');
    expect((await lease()).holder).toBe(second.lease.holder);
  });

  it('is given up when another fence holds it, and won back', async () => {
    const [, second] = monitors as [RunningMonitor, RunningMonitor];
    const before = await lease();
    await sql(
      home.url,
      `update ledger.lease set holder = 'somebody', fence = fence + 1, expires_at = now() + interval '700 ms'`,
    );
    expect(await counted(await spend('0.5'))).toBe('3.5');
    const after = await lease();
    expect(after.holder).toBe(second.lease.holder);
    expect(BigInt(after.fence)).toBe(BigInt(before.fence) + 2n);
    expect(second.errors).toEqual([]);
  });

  it('refuses the writes of a holder whose fence is over', async () => {
    await sql(home.url, 'update ledger.attainment_head set fence = fence + 1000');
    const position = await spend('100');
    const behind = new GetPositionQuery('c', { minPosition: position, waitMs: 1_000 });
    await expect(app.queries.execute(behind)).rejects.toMatchObject({ code: 'projection-behind' });
    expect(await milestones()).toEqual(['AlertFired']);
    await sql(home.url, 'update ledger.attainment_head set fence = fence - 1000');
    expect(await counted(position)).toBe('103.5');
    expect(await milestones()).toEqual(MILESTONES);
  });

  it('survives the loss of its connections', async () => {
    const [, second] = monitors as [RunningMonitor, RunningMonitor];
    await sql(
      home.url,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'spec-monitor'`,
    );
    expect(await counted(await spend('1'))).toBe('104.5');
    await until('ready again', () => second.health.ready, DEADLINE);
    expect(second.errors).toEqual([]);
  });

  it('tells no transition twice over all takeovers', async () => {
    const rows = await sql<{ n: string }>(
      home.url,
      `select count(*)::text as n from (select stream, version from ledger.event group by 1, 2 having count(*) > 1) d`,
    );
    expect(rows).toEqual([{ n: '0' }]);
    expect(await milestones()).toEqual(MILESTONES);
  });
});

describe('monitor without a database', () => {
  it('stays up, unready, and says why', async () => {
    const alone = startMonitor('postgres://nobody:x@127.0.0.1:1/none');
    const said = await until(
      'a reason',
      () => {
        const { database } = alone.health.report().checks;
        return database?.detail.includes('ECONNREFUSED') === true && !alone.health.ready;
      },
      DEADLINE,
    );
    await alone.stop();
    expect(said).toBe(true);
  });
});
