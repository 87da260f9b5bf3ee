import { produce, type RoleProcess, until } from '../../support/index.js';
import { IngestFixture, recordOf } from './ingest-fixture.js';
import { usage } from './writer-fixture.js';

const PER_ROUND = 60;
const ROUNDS = 10;

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

  const refusedAppends = async (): Promise<number> => {
    const counts = await Promise.all(
      rivals.map(async ({ url }) => {
        const text = await (await fetch(`${url}/metrics`)).text();
        return Number(/^cl_ingest_stale_appends_total (\d+)/m.exec(text)?.[1]);
      }),
    );
    return counts.reduce((sum, n) => sum + n, 0);
  };

  it('take turns by the head: each event is counted once and both live', async () => {
    let events = 0;
    const send = () =>
      produce(
        fixture.topic.name,
        Array.from({ length: PER_ROUND }, () => {
          const n = events++;
          const place = n % 2 === 0 ? {} : { epoch: '1', sequence: String((n - 1) / 2) };
          return recordOf(usage(`e-${n}`, {}, place));
        }),
      );
    // Whose batches are cut alike do not collide: they go on until one was refused.
    await until('a refused append', async () => (await send(), (await refusedAppends()) > 0), {
      deadlineMs: 30_000,
    });
    for (let round = 0; round < ROUNDS; round += 1) await send();
    expect(await fixture.decided(events)).toEqual({
      events,
      duplicates: 0,
      quarantined: 0,
      forwarded: 0,
    });
    const codes = await Promise.all(rivals.map((rival) => rival.stop()));
    expect(codes).toEqual([0, 0]);
    const verdicts = await fixture.verdicts();
    expect(verdicts).toMatchObject([{ events: BigInt(events), finding: null }]);
  }, 60_000);
});
