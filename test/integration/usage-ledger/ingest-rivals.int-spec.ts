import { produce, type RoleProcess } from '../../support/index.js';
import { IngestFixture, recordOf } from './ingest-fixture.js';
import { usage } from './writer-fixture.js';

const EVENTS = 1_200;

describe('two ingest processes that both hold every shard', () => {
  let fixture: IngestFixture;
  let rivals: RoleProcess[];

  beforeAll(async () => {
    fixture = await IngestFixture.open(1);
    rivals = await Promise.all(
      ['one', 'two'].map((group) => fixture.start({ KAFKA_GROUP_ID: group })),
    );
  }, 60_000);

  afterAll(async () => {
    await Promise.all(rivals.map((rival) => rival.crash()));
    await fixture.close();
  });

  it('take turns by the head: each event is counted once and both live', async () => {
    const records = Array.from({ length: EVENTS }, (_, n) =>
      recordOf(
        usage(`e-${n}`, {}, n % 2 === 0 ? {} : { epoch: '1', sequence: String((n - 1) / 2) }),
      ),
    );
    for (let from = 0; from < EVENTS; from += 60) {
      await produce(fixture.topic.name, records.slice(from, from + 60));
    }
    expect(await fixture.decided(EVENTS)).toEqual({
      events: EVENTS,
      duplicates: 0,
      quarantined: 0,
      forwarded: 0,
    });
    const stale = await Promise.all(
      rivals.map(async ({ url }) => {
        const text = await (await fetch(`${url}/metrics`)).text();
        return Number(/^cl_ingest_stale_appends_total (\d+)/m.exec(text)?.[1]);
      }),
    );
    expect(stale.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(0);
    const codes = await Promise.all(rivals.map((rival) => rival.stop()));
    expect(codes).toEqual([0, 0]);
    const verdicts = await fixture.verdicts();
    expect(verdicts).toMatchObject([{ events: BigInt(EVENTS), finding: null }]);
  }, 60_000);
});
