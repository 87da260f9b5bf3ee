import { type Facts } from '@app/alerts';
import { PostgresEventStore } from '@app/event-store';
import { Database } from '@app/platform';
import { createAlerting } from '../../apps/monitor/src/alerting/index.js';
import { exampleFacts } from '../../libs/alerts/src/testing/index.js';
import { cloneDatabase, sql, type TestDatabase } from '../support/index.js';

const HOUR_MS = 3_600_000;
const START = Date.parse('2027-04-01T06:00:00Z');

let clone: TestDatabase;
let database: Database;

beforeAll(async () => {
  clone = await cloneDatabase();
  database = new Database({ url: clone.urlOf('monitor'), applicationName: 'spec-monitor' });
}, 60_000);

afterAll(async () => {
  await database.close();
  await clone.drop();
});

const factsOf = (lastRecordedAt: Date): Facts =>
  exampleFacts({
    from: '2027-03-01',
    watermark: '2027-04-01',
    spend: () => 1_000,
    sources: [
      {
        source: 'file/daily',
        watermark: '2027-04-01',
        lastRecordedAt: lastRecordedAt.toISOString(),
        openGap: false,
        cadenceSeconds: null,
      },
    ],
  });

/** What a monitor with this fence, started anew, makes of a source that was last seen so long ago. */
async function look(fence: bigint, seenHour: number, nowHour: number): Promise<string[]> {
  const alerting = createAlerting({ database, eventStore: new PostgresEventStore(database) });
  await database.transaction((client) =>
    alerting.evaluate(client, {
      fence,
      facts: [factsOf(new Date(START + seenHour * HOUR_MS))],
      cause: 'clock',
      now: new Date(START + nowHour * HOUR_MS),
    }),
  );
  const rows = await sql<{ status: string }>(
    clone.url,
    `select status from ledger.alert where kind = 'data-quality' order by sequence`,
  );
  return rows.map(({ status }) => status);
}

it('a source that comes once a day is late after twice 26 hours, once that is known of it', async () => {
  expect(await look(1n, 0, 0)).toEqual([]);
  // Nothing is known of it yet: after half an hour it is late.
  expect(await look(2n, 0, 1)).toEqual(['firing']);
  for (const [n, day] of [1, 2, 3].entries()) {
    await look(BigInt(3 + n), 24 * day, 24 * day);
  }
  expect(await look(6n, 72, 72 + 52)).toEqual(['resolved']);
  expect(await look(7n, 72, 72 + 53)).toEqual(['resolved', 'firing']);
}, 30_000);
