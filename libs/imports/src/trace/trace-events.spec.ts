import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { decodeRecord, type UsageEvent } from '@app/wire';
import { packRecords } from '../exporter/exporter-record.js';
import { traceEvents, type TraceOptions } from './trace-events.js';

const OPTIONS: TraceOptions = { source: 'trace/t', sku: 'llm', columns: {}, line: {} };
const AZURE = join(process.cwd(), '..', 'shared', 'data', 'traces', 'azure_llm_2023_code.csv.gz');

async function all(path: string, options = OPTIONS): Promise<string[]> {
  const events: string[] = [];
  for await (const event of traceEvents(path, options)) events.push(event);
  return events;
}

/** What a reader of the topic makes of the events. */
function accepted(events: readonly string[]): UsageEvent[] {
  const records = packRecords('trace/t', events, 1000);
  return records.flatMap(({ value, headers }) =>
    decodeRecord(
      {
        key: null,
        value: Buffer.from(value),
        headers: { 'content-type': Buffer.from(headers['content-type']) },
      },
      { now: new Date('2026-11-24T00:00:00Z') },
    ).map((decoded) => {
      if (!decoded.ok) throw new Error(`${decoded.code} ${decoded.pointer}`);
      return decoded.event;
    }),
  );
}

describe('trace events', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trace-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const file = async (name: string, content: string | Buffer): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  it('are an input and an output line per request, numbered by row', async () => {
    const path = await file(
      'a.csv',
      'TIMESTAMP,ContextTokens,GeneratedTokens\r\n2023-11-16 18:17:03.9799600,4808,10\r\n2023-11-16 18:17:04,0,8\r\n',
    );
    const events = (await all(path)).map((event) => JSON.parse(event) as UsageEvent);
    expect(events).toMatchObject([
      {
        id: '1-000000000',
        epoch: '1',
        sequence: '0',
        data: {
          chargePeriodStart: '2023-11-16T18:17:03.97996Z',
          skuId: 'llm:input',
          consumedQuantity: '4808',
          consumedUnit: 'tokens',
        },
      },
      { sequence: '1', data: { skuId: 'llm:output', consumedQuantity: '10' } },
      { sequence: '2', data: { chargePeriodStart: '2023-11-16T18:17:04Z', consumedQuantity: '0' } },
      { id: '1-000000003', data: { consumedQuantity: '8' } },
    ]);
  });

  it('come from a compressed file, with columns named and milliseconds counted from a start', async () => {
    const path = await file('b.csv.gz', gzipSync('when,"in, all",out\n1500,7,9\n'));
    const events = await all(path, {
      ...OPTIONS,
      columns: { timestamp: 'when', input: 'in, all', output: 'out' },
      startMs: Date.UTC(2026, 0, 1),
    });
    expect(
      accepted(events).map(({ data }) => [data.chargePeriodStart, data.consumedQuantity]),
    ).toEqual([
      ['2026-01-01T00:00:01.5Z', '7'],
      ['2026-01-01T00:00:01.5Z', '9'],
    ]);
  });

  it.each([
    ['no column', 'a,b\n1,2\n', /no column for timestamp among a, b/],
    ['no timestamp', 'time,input_tokens,output_tokens\nsoon,1,2\n', /line 2: no timestamp/],
    ['no number', 'time,input_tokens,output_tokens\n2027-01-01T00:00:00Z,1e3,2\n', /line 2: "1e3"/],
  ])('refuse a trace with %s', async (name, content, fact) => {
    const path = await file(`${name}.csv`, content);
    await expect(all(path)).rejects.toThrow(fact);
  });

  it('say that a file is not there', async () => {
    await expect(all(join(folder, 'none.csv'))).rejects.toThrow('ENOENT');
  });
});

// Public data beside the project.
if (!existsSync(AZURE)) process.stderr.write(`\n!! SKIPPED: ${AZURE} is absent\n`);
(existsSync(AZURE) ? describe : describe.skip)('the public Azure trace', () => {
  it('arrives to the last token', async () => {
    const events = accepted(await all(AZURE));
    const sum = (sku: string): bigint =>
      events
        .filter(({ data }) => data.skuId === sku)
        .reduce((total, { data }) => total + BigInt(data.consumedQuantity ?? ''), 0n);
    expect(events).toHaveLength(2 * 8819);
    expect([sum('llm:input'), sum('llm:output')]).toEqual([18059974n, 245896n]);
    expect(new Set(events.map(({ sequence }) => sequence)).size).toBe(2 * 8819);
  });
});
