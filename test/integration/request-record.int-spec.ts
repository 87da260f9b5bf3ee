import { PostgresRequestRecordStore } from '@app/access';
import { Database } from '@app/platform';
import { cloneDatabase, sql, type TestDatabase } from '../support/index.js';

let cloned: TestDatabase;
let database: Database;
let records: PostgresRequestRecordStore;

beforeAll(async () => {
  cloned = await cloneDatabase();
  database = new Database({ url: cloned.urlOf('api'), applicationName: 'spec', max: 4 });
  records = new PostgresRequestRecordStore(database);
}, 60_000);

afterAll(async () => {
  await database.close();
  await cloned.drop();
});

const answer = { status: 202, headers: { position: '@0:1' }, body: '{"received":1}' };
const age = (key: string, interval: string) =>
  sql(
    cloned.url,
    `update ledger.request_record set started_at = now() - $2::interval where key = $1`,
    [key, interval],
  );

describe('the record of a request', () => {
  it('lets one of many begin, and answers the others when it is done', async () => {
    const owner = { actor: 'a', key: 'many' };
    const begun = await Promise.all(Array.from({ length: 20 }, () => records.begin(owner, 'h')));
    const outcomes = begun.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual([...Array<string>(19).fill('in-flight'), 'new']);
    await records.complete(owner, answer);
    expect(await records.begin(owner, 'h')).toEqual({ outcome: 'answered', answer });
  });

  it('belongs to its actor and its request', async () => {
    const owner = { actor: 'a', key: 'own' };
    await records.begin(owner, 'h');
    expect(await records.begin(owner, 'other')).toEqual({ outcome: 'other-request' });
    expect(await records.begin({ ...owner, actor: 'b' }, 'other')).toEqual({ outcome: 'new' });
  });

  it('is free again when its request had no effect', async () => {
    const owner = { actor: 'a', key: 'free' };
    await records.begin(owner, 'h');
    await records.abandon(owner);
    expect(await records.begin(owner, 'other')).toEqual({ outcome: 'new' });
  });

  it('is taken over by one when its process has died on it', async () => {
    const owner = { actor: 'a', key: 'dead' };
    await records.begin(owner, 'h');
    await age('dead', '59 seconds');
    expect(await records.begin(owner, 'h')).toEqual({ outcome: 'in-flight' });
    await age('dead', '61 seconds');
    const begun = await Promise.all(Array.from({ length: 5 }, () => records.begin(owner, 'h')));
    expect(begun.filter(({ outcome }) => outcome === 'new')).toHaveLength(1);
  });

  it('is not given up, however old, once it is answered', async () => {
    const owner = { actor: 'a', key: 'old' };
    await records.begin(owner, 'h');
    await records.complete(owner, answer);
    await age('old', '6 days');
    await records.expire();
    expect(await records.begin(owner, 'h')).toMatchObject({ outcome: 'answered' });
    await age('old', '8 days');
    await records.expire();
    expect(await records.begin(owner, 'h')).toEqual({ outcome: 'new' });
  });
});
