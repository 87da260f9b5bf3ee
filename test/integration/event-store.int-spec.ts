import {
  CheckpointMovedError,
  loadCheckpoint,
  moveCheckpoint,
  PostgresEventStore,
  type Decider,
} from '@app/event-store';
import { eventStoreContract } from '@app/event-store/testing';
import { Database } from '@app/platform';
import { cloneDatabase, sql, type TestDatabase } from '../support/index.js';

interface Added {
  readonly type: 'Added';
  readonly n: number;
}
const list: Decider<number, number, Added> = {
  initial: () => 0,
  decide: (_state, n) => [{ type: 'Added', n }],
  evolve: (state) => state + 1,
};

let home: TestDatabase;
let database: Database;
let store: PostgresEventStore;

beforeAll(async () => {
  home = await cloneDatabase();
  database = new Database({ url: home.urlOf('api'), applicationName: 'spec', max: 20 });
  store = new PostgresEventStore(database);
});

afterAll(async () => {
  await database.close();
  await home.drop();
});

eventStoreContract(() => store);

describe('the event store in PostgreSQL', () => {
  it('keeps versions and positions gap-free under racing writers', async () => {
    const before = (await store.head()).position;
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        store.execute(`race-${n % 3}`, list, n, { actor: 'racer' }),
      ),
    );
    const events = await store.readAll(before, 100);
    expect(events.map(({ position }) => position - before)).toEqual(
      Array.from({ length: 60 }, (_, n) => BigInt(n + 1)),
    );
    for (const stream of ['race-0', 'race-1', 'race-2']) {
      const versions = (await store.readStream(stream)).map(({ version }) => version);
      expect(versions).toEqual(Array.from({ length: 20 }, (_, n) => BigInt(n + 1)));
    }
    const times = events.map(({ recordedAt }) => recordedAt);
    expect([...times].sort()).toEqual(times);
    expect(new Set(times).size).toBe(60);
  });

  it('has one effect for one idempotency key used by twenty callers at once', async () => {
    const call = { actor: 'racer', idempotencyKey: 'once', bodyHash: 'same' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => store.execute('once-1', list, 1, call)),
    );
    expect(await store.readStream('once-1')).toHaveLength(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
  });

  it('rolls everything back when onAppend fails', async () => {
    const failing = { actor: 'alice', onAppend: () => Promise.reject(new Error('name taken')) };
    await expect(store.execute('fail-1', list, 1, failing)).rejects.toThrow('name taken');
    expect(await store.readStream('fail-1')).toEqual([]);
  });

  it('moves a checkpoint only from where it is', async () => {
    const move = (from: bigint, to: bigint): Promise<void> =>
      database.transaction((client) => moveCheckpoint(client, 'follower', from, to));
    await move(0n, 4n);
    await expect(move(0n, 5n)).rejects.toThrow(CheckpointMovedError);
    await move(4n, 9n);
    expect(await loadCheckpoint(database.pool, 'follower')).toBe(9n);
  });

  it('bars the processes from changing what was recorded', async () => {
    await expect(sql(home.urlOf('api'), 'delete from ledger.event')).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql(home.urlOf('api'), `update ledger.event set actor = 'eve'`)).rejects.toThrow(
      /permission denied/,
    );
  });
});
