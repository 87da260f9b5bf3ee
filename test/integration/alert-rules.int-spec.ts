import {
  AlertsModule,
  ChangeAlertRuleCommand,
  CreateAlertRuleCommand,
  DeleteAlertRuleCommand,
  type Facts,
  ListAlertRulesQuery,
} from '@app/alerts';
import { PostgresEventStore } from '@app/event-store';
import { Database } from '@app/platform';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { createAlerting } from '../../apps/monitor/src/alerting/index.js';
import { exampleFacts } from '../../libs/alerts/src/testing/index.js';
import { cloneDatabase, sql, type TestDatabase } from '../support/index.js';
import { Foundation } from './foundation.js';

let clone: TestDatabase;
let databases: { api: Database; monitor: Database };
let app: TestingModule;

beforeAll(async () => {
  clone = await cloneDatabase();
  const open = (user: 'api' | 'monitor'): Database =>
    new Database({ url: clone.urlOf(user), applicationName: `spec-${user}` });
  databases = { api: open('api'), monitor: open('monitor') };
  app = await Test.createTestingModule({
    imports: [Foundation.on(databases.api), CqrsModule, AlertsModule],
  }).compile();
  await app.init();
}, 60_000);

afterAll(async () => {
  await app.close();
  await Promise.all([databases.api.close(), databases.monitor.close()]);
  await clone.drop();
});

// 100 days of 1,000 in the year: 100,000 of 365,000 are 27.4 %.
const facts: Facts = exampleFacts({
  from: '2026-11-01',
  watermark: '2027-04-11',
  spend: () => 1_000,
});

async function flush(): Promise<string[]> {
  const { monitor } = databases;
  const alerting = createAlerting({
    database: monitor,
    eventStore: new PostgresEventStore(monitor),
  });
  const now = new Date('2027-04-11T07:00:00Z');
  await monitor.transaction((client) =>
    alerting.evaluate(client, { fence: 1n, facts: [facts], cause: 'usage', now }),
  );
  const rows = await sql<{ row: string }>(
    clone.url,
    `select scope || ' ' || status as row from ledger.alert where kind = 'milestone' order by sequence`,
  );
  return rows.map(({ row }) => row);
}

it('own percents fire beside the default ones, follow an edit, and end with their rule', async () => {
  const context = { actor: 'ann' };
  const [commands, queries] = [app.get(CommandBus), app.get(QueryBus)];
  expect(await flush()).toEqual(['25% firing']);
  const { rule } = await commands.execute(
    new CreateAlertRuleCommand(
      {
        commitmentId: 'c1',
        kind: 'milestone',
        name: 'board',
        severity: 'info',
        thresholds: [
          { unit: 'percent', value: '27.3' },
          { unit: 'percent', value: '27.4' },
        ],
      },
      context,
    ),
  );
  expect(await flush()).toEqual(['25% firing', '27.3% firing']);
  const thresholds = [{ unit: 'percent', value: '27.39' }] as const;
  await commands.execute(new ChangeAlertRuleCommand(rule.ruleId, { thresholds }, context));
  expect(await flush()).toEqual(['25% firing', '27.3% resolved', '27.39% firing']);
  await commands.execute(new DeleteAlertRuleCommand(rule.ruleId, context));
  expect(await flush()).toEqual(['25% firing', '27.3% resolved', '27.39% resolved']);
  const left = await queries.execute(new ListAlertRulesQuery('c1'));
  expect(left.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    'milestone default',
    'projected-shortfall default',
  ]);
}, 30_000);
