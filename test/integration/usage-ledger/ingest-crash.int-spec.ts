import { produce, until } from '../../support/index.js';
import { IngestFixture, recordOf } from './ingest-fixture.js';
import { usage } from './writer-fixture.js';

const SOURCES = 4;
const PER_SOURCE = 1_500;
/** Every third event carries no sequence: its id alone tells it from others. */
const event = (source: number, n: number) =>
  usage(
    `e-${n}`,
    { consumedQuantity: '1' },
    {
      source: `exporter/${source}`,
      ...(source % 3 === 0 ? {} : { epoch: '1', sequence: String(n) }),
    },
  );

describe('ingest under kill -9', () => {
  let fixture: IngestFixture;

  beforeAll(async () => {
    fixture = await IngestFixture.open(2);
  }, 60_000);

  afterAll(async () => {
    await fixture.close();
  });

  it('counts every event once, wherever it dies', async () => {
    const send = async (from: number, to: number) => {
      const records = [];
      for (let n = from; n < to; n += 1) {
        for (let source = 0; source < SOURCES; source += 1)
          records.push(recordOf(event(source, n)));
      }
      await produce(fixture.topic.name, records);
    };
    const points = ['before_append:2', 'after_append:2', 'after_fetch:3', 'after_append:1'];
    const step = PER_SOURCE / points.length;
    for (const [i, point] of points.entries()) {
      // Groups of their own, or each start would wait 10 s until Kafka gives the dead member up.
      const env = { CRASH_POINT: point, KAFKA_GROUP_ID: `group-${i}` };
      const ingest = await fixture.start(env, false);
      await send(i * step, (i + 1) * step);
      // SIGKILL: no exit code.
      expect(await ingest.ended).toBeNull();
    }
    const last = await fixture.start({ KAFKA_GROUP_ID: 'group-3' });
    // The whole topic once more, as a producer that lost its confirmations sends it.
    await send(0, PER_SOURCE);
    const totals = await fixture.decided(2 * SOURCES * PER_SOURCE, 60_000);
    expect(totals).toEqual({
      events: SOURCES * PER_SOURCE,
      duplicates: SOURCES * PER_SOURCE,
      quarantined: 0,
      forwarded: 0,
    });
    const sums = await until(
      'the sums',
      async () => {
        const { cells } = await fixture.reader.snapshot();
        const quantity = cells.reduce((sum, cell) => sum + (cell.quantityE18 ?? 0n), 0n);
        return quantity === BigInt(SOURCES * PER_SOURCE) * 10n ** 18n && cells.length;
      },
      { deadlineMs: 10_000 },
    );
    expect(sums).toBe(SOURCES);
    expect(await last.stop()).toBe(0);
    const verdicts = await fixture.verdicts();
    expect(verdicts.map(({ finding }) => finding)).toEqual([null, null]);
  }, 120_000);
});
