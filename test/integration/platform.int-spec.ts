import { once } from 'node:events';
import { Database, isOutage, Lease } from '@app/platform';
import { cloneDatabase, sql, until, type TestDatabase } from '../support/index.js';

let home: TestDatabase;
let database: Database;

beforeAll(async () => {
  home = await cloneDatabase();
  database = new Database({ url: home.urlOf('monitor'), applicationName: 'spec' });
});

afterAll(async () => {
  await database.close();
  await home.drop();
});

describe('Database', () => {
  it('hands out exact values', async () => {
    const [row] = await database.query(
      `select 99999999999999999999.999999999999999999::numeric(38,18) as amount, date '2027-01-01' as day,
         9007199254740993::int8 as big, timestamptz '2027-01-01 00:00:00.123456Z' as at`,
    );
    expect(row).toEqual({
      amount: '99999999999999999999.999999999999999999',
      day: '2027-01-01',
      big: 9007199254740993n,
      at: '2027-01-01 00:00:00.123456+00',
    });
  });

  it('rolls back what fails', async () => {
    await database.query(
      `insert into lease (name, holder, fence, expires_at) values ('tx', 'a', 1, now())`,
    );
    const failing = database.transaction(async (client) => {
      await client.query(`update lease set holder = 'b' where name = 'tx'`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.query(`select holder from lease where name = 'tx'`)).toEqual([
      { holder: 'a' },
    ]);
  });

  it('survives a connection that breaks between two statements of a transaction', async () => {
    const broken = database.transaction(async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const gone = once(client, 'end');
      await sql(home.url, 'select pg_terminate_backend($1)', [rows[0]?.pid]);
      await gone;
    });
    await expect(broken.catch(isOutage)).resolves.toBe(true);
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('Lease', () => {
  it('has one holder; the next one gets a higher fence and the old one is refused', async () => {
    const first = new Lease(database, 'monitor', 'one', 200);
    const second = new Lease(database, 'monitor', 'two', 60_000);
    const fence = await first.acquire();
    expect(fence).toBe(1n);
    expect(await second.acquire()).toBeNull();
    expect(await first.renew(1n)).toBe(true);

    const taken = await until(
      'the lease to run out',
      async () => (await second.acquire()) ?? undefined,
      { deadlineMs: 5_000 },
    );
    expect(taken).toBe(2n);
    expect(await first.renew(1n)).toBe(false);
    expect(await database.transaction((client) => first.check(client, 1n))).toBe(false);
    expect(await database.transaction((client) => second.check(client, 2n))).toBe(true);
  });

  it('is free at once after it was given up', async () => {
    const first = new Lease(database, 'sealer', 'one', 60_000);
    await first.release((await first.acquire()) ?? 0n);
    expect(await new Lease(database, 'sealer', 'two', 60_000).acquire()).toBe(2n);
  });
});
