import { produce, startWholeLedger, until, type WholeLedger } from '../../support/index.js';
import { usageEvent } from './bodies.js';
import { fitsDocument } from './fits-document.js';

const SOURCE = 'exporter/bedrock/us-east-2';
const SOON = { deadlineMs: 30_000 };

let ledger: WholeLedger;

beforeAll(async () => {
  ledger = await startWholeLedger({ roles: ['api', 'ingest'], partitions: 2 });
}, 60_000);

afterAll(() => ledger.stop());

/** Reads a route and holds its answer against the document. */
async function read<T>(path: string): Promise<T> {
  const { status, headers, body } = await ledger.get(path);
  fitsDocument('GET', path, { status, type: headers.get('content-type') ?? '', body });
  return body as T;
}

describe('what ingest has recorded', () => {
  it('is found by source and id, however they are spelt', async () => {
    await ledger.post('/v1/events', [usageEvent(SOURCE, 'a/1 ü')]);
    const path = `/v1/events/${encodeURIComponent(SOURCE)}/${encodeURIComponent('a/1 ü')}`;
    const found = await until(
      'the event is recorded',
      async () => (await ledger.get(path)).status === 200 && read<Record<string, unknown>>(path),
      SOON,
    );
    expect(found).toMatchObject({
      event: { source: SOURCE, id: 'a/1 ü', data: { billedCost: '12.5', serviceName: 'Bedrock' } },
      seq: '1',
    });
    expect(found.position).toBe(`${String(found.shard)}:1`);
  });

  it('shows in the sources and in the head', async () => {
    const { data } = await read<{ data: { source: string; events: string }[] }>('/v1/sources');
    expect(data).toMatchObject([{ source: SOURCE, events: '1', openGap: false }]);
    const head = await read<{ shards: { seq: string; chain: string }[] }>('/v1/ledger/head');
    expect(head.shards.map(({ seq }) => seq).sort()).toEqual(['0', '1']);
  });

  it('or refused stands in quarantine, page by page, with its bytes', async () => {
    const headers = { 'content-type': 'application/cloudevents+json' };
    const bad = ['{', '[]', '{"specversion":"1.0"}'];
    await produce(
      ledger.topic.name,
      bad.map((value, n) => ({ key: null, value, headers, partition: n % 2 })),
    );
    interface Page {
      data: { rawBase64: string; code: string; quarantineId: string }[];
      page: { next: string | null };
    }
    const all = await until(
      'three in quarantine',
      async () => {
        const { data } = await read<Page>('/v1/quarantine');
        return data.length === 3 && data;
      },
      SOON,
    );
    const raw = all.map(({ rawBase64 }) => Buffer.from(rawBase64, 'base64').toString());
    expect(raw.sort()).toEqual([...bad].sort());

    const paged: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const page: Page = await read(`/v1/quarantine?limit=1${cursor}`);
      paged.push(...page.data.map(({ quarantineId }) => quarantineId));
      next = page.page.next;
    }
    expect(paged).toEqual(all.map(({ quarantineId }) => quarantineId));
  });
});
