import pg from 'pg';
import { copyIn } from '../copy-in.js';
import type { CorpusEvent } from '../corpus.js';
import { COPY_STATEMENT, COPY_TABLE, encodeRows } from './copy-rows.js';

const ROWS_PER_COMMIT = 50_000;

/** Yardstick R: the events as rows through binary COPY, encoded beforehand; events a second. */
export async function rawCopy(
  databaseUrl: string,
  events: readonly CorpusEvent[],
): Promise<number> {
  const batches: Buffer[] = [];
  for (let from = 0; from < events.length; from += ROWS_PER_COMMIT) {
    batches.push(encodeRows(events.slice(from, from + ROWS_PER_COMMIT)));
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(COPY_TABLE);
    const began = performance.now();
    for (const batch of batches) await copyIn(client, COPY_STATEMENT, [batch]);
    return events.length / ((performance.now() - began) / 1_000);
  } finally {
    await client.end();
  }
}
