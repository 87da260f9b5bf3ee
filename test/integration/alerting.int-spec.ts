import { AlertsModule, type Cause, type Facts, GetAlertQuery, ListAlertsQuery } from '@app/alerts';
import { PostgresEventStore } from '@app/event-store';
import { E18 } from '@app/money';
import { Database } from '@app/platform';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { createAlerting } from '../../apps/monitor/src/alerting/index.js';
import { exampleFacts } from '../../libs/alerts/src/testing/index.js';
import { cloneDatabase, sql, type TestDatabase } from '../support/index.js';
import { Foundation } from './foundation.js';

/** The moment at which all facts of this spec are looked at. */
const NOW = new Date('2027-04-11T07:00:00Z');

let clone: TestDatabase;
let database: Database;

beforeEach(async () => {
  clone = await cloneDatabase();
  database = new Database({ url: clone.urlOf('monitor'), applicationName: 'spec-monitor' });
}, 60_000);

afterEach(async () => {
  await database.close();
  await clone.drop();
});

const facts = (daily: number, changes: Partial<Facts> = {}): Facts => ({
  ...exampleFacts({ from: '2026-11-01', watermark: '2027-04-11', spend: () => daily }),
  ...changes,
});

/** A monitor that was just started: it knows nothing but what the database holds. */
async function flush(
  all: readonly Facts[],
  options: { now?: Date; cause?: Cause; crash?: boolean } = {},
): Promise<void> {
  const { now = NOW, cause = 'usage', crash = false } = options;
  const alerting = createAlerting({
    database,
    eventStore: new PostgresEventStore(database),
    publicUrl: 'https://ledger.example.com',
  });
  await database
    .transaction(async (client) => {
      await alerting.evaluate(client, { fence: 1n, facts: all, cause, now });
      if (crash) throw new Error('crash before commit');
    })
    .catch((error: unknown) => {
      if (!crash) throw error;
    });
}

const events = async (): Promise<string[]> =>
  (
    await sql<{ type: string }>(
      clone.url,
      `select type from ledger.event where stream like 'alert-%' and stream not like 'alert-rule-%'
       order by position`,
    )
  ).map(({ type }) => type);

const messages = (): Promise<{ message_id: string; type: string; body: string }[]> =>
  sql(
    clone.url,
    'select message_id, type, body from ledger.webhook_message order by created_at, type',
  );

async function endpoint(state: string, changes: Record<string, unknown> = {}): Promise<string> {
  const endpointId = `whe_${state}_${Math.floor(performance.now() * 1000)}`;
  const settings = {
    types: ['commitment.*'],
    commitments: ['*'],
    minSeverity: 'medium',
    concurrency: 2,
    ...changes,
  };
  await sql(
    clone.url,
    `insert into ledger.webhook_endpoint (endpoint_id, version, state, url, settings, ordering, concurrency)
     values ($1, 1, $2, 'https://example.com/', $3, 'per_alert', 2)`,
    [endpointId, state, JSON.stringify(settings)],
  );
  return endpointId;
}

const deliveries = async (endpointId: string): Promise<string[]> =>
  (
    await sql<{ row: string }>(
      clone.url,
      `select m.type || ' ' || d.state as row from ledger.webhook_delivery d
       join ledger.webhook_message m using (message_id) where d.endpoint_id = $1 order by d.sequence`,
      [endpointId],
    )
  ).map(({ row }) => row);

describe('the first flush of a commitment', () => {
  it('installs the default rules once, and alerts unconfigured', async () => {
    await flush([facts(900)]);
    await flush([facts(900)]);
    const installed = await sql(
      clone.url,
      `select data->'rule'->>'kind' as kind, data->'rule'->>'commitmentId' as commitment,
         data->>'origin' as origin from ledger.event where type = 'AlertRuleInstalled' order by 1`,
    );
    expect(installed).toEqual([
      { kind: 'data-quality', commitment: '*', origin: 'default' },
      { kind: 'milestone', commitment: 'c1', origin: 'default' },
      { kind: 'projected-shortfall', commitment: 'c1', origin: 'default' },
    ]);
    expect((await messages()).map(({ type }) => type)).toEqual(['commitment.alert.firing']);
  }, 30_000);
});

describe('a transition', () => {
  it('goes to every endpoint that subscribes at this moment: now, or when it is back', async () => {
    const active = await endpoint('active');
    const [paused, other] = [
      await endpoint('paused'),
      await endpoint('active', { commitments: ['c2'] }),
    ];
    await flush([facts(900)]);
    expect(await deliveries(active)).toEqual(['commitment.alert.firing pending']);
    expect(await deliveries(paused)).toEqual(['commitment.alert.firing held']);
    expect(await deliveries(other)).toEqual([]);
  }, 30_000);

  it('is told once, however often and by however many monitors it is evaluated', async () => {
    const active = await endpoint('active');
    await flush([facts(900)], { crash: true });
    expect(await events()).toEqual([]);
    for (let n = 0; n < 3; n += 1) {
      await flush([facts(900)], { cause: 'contract_change' });
      await flush([facts(900)], { crash: true });
    }
    expect(await deliveries(active)).toEqual(['commitment.alert.firing pending']);
    expect(await events()).toEqual(['AlertFired']);
  }, 30_000);

  it('that was lost with its transaction comes again under the same ids', async () => {
    await flush([facts(900)]);
    const [before] = await messages();
    for (const table of [
      'webhook_delivery',
      'webhook_message',
      'alert_revision',
      'alert',
      'alert_state',
    ]) {
      await sql(clone.url, `delete from ledger.${table}`);
    }
    await sql(
      clone.url,
      `delete from ledger.event where stream like 'alert-%' and stream not like 'alert-rule-%'`,
    );
    await flush([facts(900)]);
    expect(await messages()).toEqual([before]);
  }, 30_000);

  it('is refused when somebody else wrote to the alert meanwhile', async () => {
    await flush([facts(900)]);
    await sql(clone.url, 'update ledger.alert_state set version = version - 1 where version > 0');
    const amended = { ...facts(900), contractVersion: 2 };
    const periods = amended.periods.map((period) => ({ ...period, requirementE18: 1n * E18 }));
    const flushing = flush([{ ...amended, periods }], { cause: 'contract_change' });
    await expect(flushing).rejects.toMatchObject({ code: 'version-conflict' });
  }, 30_000);
});

describe('a milestone', () => {
  it('crossed, reverted by a refund and crossed again: firing, resolved, firing', async () => {
    const active = await endpoint('active');
    // 365,000 are required: 25 % are 91,250. The run rate is enough for the rest of the year.
    const head = (counted: bigint): Facts => {
      const given = facts(1_100, { watermark: '2027-01-10' });
      const periods = given.periods.map((period) => ({ ...period, countedE18: counted * E18 }));
      return { ...given, periods };
    };
    for (const counted of [91_249n, 91_250n, 91_249n, 91_250n]) await flush([head(counted)]);
    expect(await deliveries(active)).toEqual(Array(3).fill('commitment.milestone pending'));
    const told = (
      await sql<{ body: string }>(
        clone.url,
        `select m.body from ledger.webhook_message m join ledger.webhook_delivery d using (message_id) order by d.sequence`,
      )
    ).map(({ body }) => JSON.parse(body) as { data: { alert: { status: string; id: string } } });
    expect(told.map(({ data }) => data.alert.status)).toEqual(['firing', 'resolved', 'firing']);
    expect(new Set(told.map(({ data }) => data.alert.id)).size).toBe(2);
  }, 30_000);
});

describe('a silent source', () => {
  const at = (time: string): Date => new Date(`2027-04-11T${time}:00.000Z`);
  const withSource = (daily: number, lastRecordedAt: Date): Facts =>
    facts(daily, {
      sources: [
        {
          source: 'exporter/a',
          watermark: '2027-04-11',
          lastRecordedAt: lastRecordedAt.toISOString(),
          openGap: false,
          cadenceSeconds: null,
        },
      ],
    });

  it('is an alert of the ledger, and keeps alerts of the commitment from recovering', async () => {
    const active = await endpoint('active', { types: ['*'] });
    await flush([withSource(900, at('06:00'))], { now: at('06:10') });
    await flush([withSource(900, at('06:00'))], { now: at('07:00'), cause: 'clock' });
    // An amendment would end the shortfall, but what is late may tell otherwise.
    const late = withSource(2_000, at('06:00'));
    await flush([{ ...late, contractVersion: 2 }], { now: at('07:01'), cause: 'contract_change' });
    expect((await deliveries(active)).map((row) => row.split(' ')[0])).toEqual([
      'commitment.alert.firing',
      'data.stale',
      // 2,000 a day have reached 25 and 50 % of the year: entering stays possible.
      'commitment.milestone',
      'commitment.milestone',
    ]);
    const heard = { ...withSource(2_000, at('07:02')), contractVersion: 3 };
    await flush([heard], { now: at('07:02'), cause: 'contract_change' });
    expect((await deliveries(active)).slice(4).map((row) => row.split(' ')[0])).toEqual([
      'data.recovered',
      'commitment.alert.resolved',
    ]);
  }, 30_000);
});

describe('alerts', () => {
  it('are listed newest first and shown with their revisions', async () => {
    const active = await endpoint('active');
    const alone: Facts = { ...facts(900), commitmentId: 'c2' };
    await flush([facts(900), alone]);
    const amended = facts(900, { contractVersion: 2 });
    const periods = amended.periods.map((period) => ({
      ...period,
      requirementE18: 300_000n * E18,
    }));
    await flush([{ ...amended, periods }, alone], { cause: 'contract_change' });

    const app = await Test.createTestingModule({
      imports: [Foundation.on(database), CqrsModule, AlertsModule],
    }).compile();
    await app.init();
    const queries = app.get(QueryBus);
    const shortfalls = { kind: 'projected-shortfall' };
    const list = await queries.execute(new ListAlertsQuery({ limit: 10 }, shortfalls));
    expect(list.data.map(({ commitmentId, status }) => `${commitmentId} ${status}`)).toEqual([
      'c2 firing',
      'c1 resolved',
    ]);
    const first = await queries.execute(new ListAlertsQuery({ limit: 1 }, shortfalls));
    const second = await queries.execute(
      new ListAlertsQuery({ limit: 1, after: first.next ?? '' }, shortfalls),
    );
    expect([first.data[0]?.commitmentId, second.data[0]?.commitmentId]).toEqual(['c2', 'c1']);
    const alert = await queries.execute(new GetAlertQuery(second.data[0]?.alertId ?? ''));
    expect(alert).toMatchObject({
      commitmentId: 'c1',
      currency: 'USD',
      since: '2027-03-14',
      firedAt: NOW.toISOString(),
      resolvedAt: NOW.toISOString(),
      undeliverable: false,
      revisions: [
        { revision: 1, type: 'AlertFired', severity: 'critical' },
        { revision: 2, type: 'AlertResolved', cause: 'contract_change' },
      ],
    });
    // 90,000 of the 300,000 that are required now are 30 %: a milestone besides.
    expect(await deliveries(active)).toEqual([
      'commitment.alert.firing pending',
      'commitment.alert.firing pending',
      'commitment.milestone pending',
      'commitment.alert.resolved pending',
    ]);
    await expect(queries.execute(new GetAlertQuery('alr_x'))).rejects.toMatchObject({
      code: 'not-found',
    });
    await app.close();
  }, 30_000);

  it('that nobody listens to say so', async () => {
    await endpoint('active', { types: ['ledger.*'] });
    await flush([facts(900)]);
    const rows = await sql(clone.url, 'select undeliverable from ledger.alert');
    expect(rows).toEqual([{ undeliverable: true }]);
  }, 30_000);
});
