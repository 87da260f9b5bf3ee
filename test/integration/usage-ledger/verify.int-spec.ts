import { listShards, verifyShard } from '@app/usage-ledger';
import { sql } from '../../support/index.js';
import { openShard, type ShardFixture } from './shard-fixture.js';
import { counted, openWriter, project, usage } from './writer-fixture.js';

describe('verify', () => {
  let fixture: ShardFixture;

  beforeAll(async () => {
    fixture = await openShard();
    const writer = await openWriter(fixture);
    await writer.write(counted(0), counted(1), usage('opaque'));
    await writer.write(counted(1), counted(3), counted(2, { consumedQuantity: '1e3' }));
    await writer.write(counted(4, { skuId: 'sku-2', billedCost: '-0.10', billingCurrency: 'USD' }));
    await project(fixture, 3n);
  });

  afterAll(async () => {
    await fixture.close();
  });

  const verdict = async () => {
    const [registered] = await listShards(fixture.database);
    if (registered === undefined) throw new Error('no shard');
    return verifyShard(fixture.database, registered);
  };

  it('finds nothing in what the writer wrote', async () => {
    expect(await verdict()).toEqual({ shard: 0, segments: 3n, events: 5n, finding: null });
  });

  // Each as a superuser would, undone afterwards.
  it.each([
    [
      'a byte of a body',
      'segment',
      'body = set_byte(body, length(body) - 3, 255 - get_byte(body, length(body) - 3))',
      'seq = 2',
      2n,
      'body-digest',
    ],
    ['a count', 'segment', 'duplicates = 7', 'seq = 2', 2n, 'chain'],
    ['an offset', 'segment', 'first_offset = 7', 'seq = 2', 2n, 'offset-gap'],
    [
      'a series',
      'series',
      `attrs = attrs || '{"skuId":"sku-9"}'`,
      'series_no = 1',
      3n,
      'dictionary-digest',
    ],
    ['a quarantined message', 'quarantine', `raw = 'x'`, 'seq = 2', 2n, 'quarantine-digest'],
    [
      'a delta',
      'bucket_delta',
      'body = (select body from ledger.bucket_delta where seq = 2)',
      'seq = 3',
      3n,
      'delta',
    ],
    [
      'a sum',
      'bucket',
      'quantity = quantity + 0.000000000000000001',
      'series_no = 0',
      3n,
      'bucket',
    ],
    [
      'a counted number',
      'source_state',
      `seen = seen + '{[9,10)}'`,
      'chunk = 0',
      3n,
      'source-state',
    ],
    ['the head', 'shard_head', `chain = 'x'`, 'shard = 0', 3n, 'head'],
  ])('names the segment when %s was changed', async (_, table, change, where, seq, code) => {
    const { url } = fixture.owner;
    await sql(url, `create table kept as select * from ledger.${table} where ${where}`);
    await sql(url, `update ledger.${table} set ${change} where ${where}`);
    const { finding } = await verdict();
    await sql(url, `delete from ledger.${table} where ${where}`);
    await sql(url, `insert into ledger.${table} select * from kept`);
    await sql(url, 'drop table kept');
    expect(finding).toMatchObject({ shard: 0, seq, code });
  });

  it('names the first segment that is missing', async () => {
    const { url } = fixture.owner;
    await sql(url, 'create table kept as select * from ledger.segment where seq = 2');
    await sql(url, 'delete from ledger.segment where seq = 2');
    const { finding } = await verdict();
    await sql(url, 'insert into ledger.segment select * from kept');
    await sql(url, 'drop table kept');
    expect(finding).toMatchObject({ seq: 3n, code: 'seq-gap' });
  });

  it('finds nothing again when all is as it was', async () => {
    expect(await verdict()).toMatchObject({ finding: null });
  });
});
