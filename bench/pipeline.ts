import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const INGEST = fileURLToPath(new URL('../apps/ingest/src/main.js', import.meta.url));
const DEADLINE_MS = 180_000;
const POLL_MS = 50;

export interface PipelineRun {
  /** Events a second, from the first durable segment to the last. */
  readonly eventsPerSecond: number;
  readonly counted: bigint;
  readonly duplicates: bigint;
  readonly segments: number;
  /** Bytes of the ledger's tables on disk, for each event. */
  readonly bytesPerEvent: number;
}

export interface PipelineInput {
  readonly brokers: string;
  readonly topic: string;
  /** A migrated, empty database; the ingest process connects with this URL. */
  readonly databaseUrl: string;
  readonly ingestUrl: string;
  /** A consumer group of its own. */
  readonly group: string;
  /** Records in the topic's only partition. */
  readonly records: number;
}

/** This product's ingest process, alone, on the topic as it lies there: until all is durable. */
export async function pipeline(input: PipelineInput): Promise<PipelineRun> {
  const client = new pg.Client({ connectionString: input.databaseUrl });
  await client.connect();
  const ingest = spawn(process.execPath, [INGEST], {
    env: {
      ...process.env,
      DATABASE_URL: input.ingestUrl,
      KAFKA_BROKERS: input.brokers,
      USAGE_TOPIC: input.topic,
      // Offsets that another run committed would be ahead of this empty ledger: a regression.
      KAFKA_GROUP_ID: input.group,
      OPS_PORT: '0',
      DRAIN_MS: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await untilDurable(client, ingest, input.records);
    return await measure(client);
  } finally {
    await client.end();
    await stop(ingest);
  }
}

async function untilDurable(client: pg.Client, ingest: ChildProcess, end: number): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS;
  for (;;) {
    const { rows } = await client.query<{ next_offset: string }>(
      'select next_offset from ledger.shard_head',
    );
    if (rows.some((row) => Number(row.next_offset) >= end)) return;
    if (ingest.exitCode !== null) throw new Error(`ingest exited with ${ingest.exitCode}`);
    if (performance.now() > deadline) throw new Error(`not durable within ${DEADLINE_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function measure(client: pg.Client): Promise<PipelineRun> {
  const { rows } = await client.query<Record<string, string>>(
    `select count(*) as segments, sum(events) as events, sum(duplicates) as duplicates,
       sum(events + duplicates) filter (where seq > 1)
         / nullif(extract(epoch from max(recorded_at) - min(recorded_at)), 0) as rate
     from ledger.segment`,
  );
  const [row = {}] = rows;
  const size = await client.query<{ bytes: string }>(
    `select sum(pg_total_relation_size(format('ledger.%I', relname))) as bytes from pg_class
     where relnamespace = 'ledger'::regnamespace
       and relname in ('segment', 'bucket_delta', 'id_run', 'source_state', 'source_span', 'shard_head')`,
  );
  return {
    eventsPerSecond: Number(row.rate),
    counted: BigInt(row.events ?? 0),
    duplicates: BigInt(row.duplicates ?? 0),
    segments: Number(row.segments),
    bytesPerEvent: Number(size.rows[0]?.bytes) / Number(row.events),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
