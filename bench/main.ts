import { asUser, withDatabase } from './databases.js';
import { corpus, type CorpusEvent } from './corpus.js';
import { fillTopic } from './kafka.js';
import { pipeline, type PipelineRun } from './pipeline.js';
import { line, machineSheet, median, ratio } from './report.js';
import { naiveConsumer } from './yardsticks/naive.js';
import { noOpConsumer } from './yardsticks/no-op.js';
import { rawCopy } from './yardsticks/raw-copy.js';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 200_000);
const NAIVE_EVENTS = Number(process.env.BENCH_NAIVE_EVENTS ?? 4_000);
const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const BATCH = 1_000;
/** The naive consumer's throughput that ingestion must exceed at least this many times. */
const FLOOR_OF_NAIVE = 20;

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run \`npm run bench\``);
  return value;
}

const brokers = required('KAFKA_BROKERS');
const owner = required('DATABASE_URL');
const template = process.env.LEDGER_TEMPLATE_DATABASE ?? 'ledger_template';
const password = required('LEDGER_ROLE_PASSWORD');
const stamp = Date.now().toString(36);

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function runPipeline(run: number, topic: string, records: number): Promise<PipelineRun> {
  const name = `bench_pipeline_${stamp}_${run}`;
  return withDatabase(owner, name, template, (databaseUrl) =>
    pipeline({
      group: `${name}_${topic}`,
      brokers,
      topic,
      databaseUrl,
      ingestUrl: asUser(databaseUrl, 'ledger_ingest', password),
      records,
    }),
  );
}

function assertCounted(run: PipelineRun, events: readonly CorpusEvent[]): void {
  const distinct = new Set(events.map(({ source, sequence }) => `${source} ${sequence}`)).size;
  if (run.counted !== BigInt(distinct) || run.counted + run.duplicates !== BigInt(events.length)) {
    throw new Error(
      `counted ${run.counted} and ${run.duplicates} duplicates of ${distinct} distinct events`,
    );
  }
}

async function main(): Promise<void> {
  const events = corpus(EVENTS);
  const [batched, single] = [`bench.${stamp}.batched`, `bench.${stamp}.single`];
  say(`Machine: ${machineSheet()}`);
  say(`Corpus: ${EVENTS} events, ${Math.round(median(events.map(({ json }) => json.length)))} B`);
  await fillTopic(brokers, batched, events, BATCH);
  await fillTopic(brokers, single, events, 1);

  const rates = { copy: [], noOp: [], naive: [], batched: [], single: [] } as Record<
    'copy' | 'noOp' | 'naive' | 'batched' | 'single',
    number[]
  >;
  let last: PipelineRun | undefined;
  for (let run = 0; run < RUNS; run += 1) {
    rates.copy.push(
      await withDatabase(owner, `bench_copy_${stamp}_${run}`, 'template0', (url) =>
        rawCopy(url, events),
      ),
    );
    last = await runPipeline(run, batched, Math.ceil(EVENTS / BATCH));
    assertCounted(last, events);
    rates.batched.push(last.eventsPerSecond);
    rates.noOp.push(await noOpConsumer(brokers, single, `noop-${stamp}-${run}`, EVENTS, EVENTS));
    const one = await runPipeline(run, single, EVENTS);
    assertCounted(one, events);
    rates.single.push(one.eventsPerSecond);
    rates.naive.push(
      await withDatabase(owner, `bench_naive_${stamp}_${run}`, 'template0', (url) =>
        naiveConsumer(brokers, single, `naive-${stamp}-${run}`, url, NAIVE_EVENTS),
      ),
    );
    say(`run ${run + 1} of ${RUNS} done`);
  }

  say(`\n${'events a second, median of interleaved runs'.padEnd(44)}`);
  say(line('R: raw binary COPY of rows', rates.copy));
  say(line('kafkajs no-op, one event a record', rates.noOp));
  say(line('naive TypeORM consumer', rates.naive));
  say(line('this ledger, 1,000 events a record', rates.batched));
  say(line('this ledger, one event a record', rates.single));
  const againstNaive = ratio(rates.single, rates.naive);
  say(`\nratios   batched / R ${ratio(rates.batched, rates.copy).toFixed(3)}`);
  say(`         batched / naive ${ratio(rates.batched, rates.naive).toFixed(1)}`);
  say(`         single / R ${ratio(rates.single, rates.copy).toFixed(3)}`);
  say(`         single / kafkajs no-op ${ratio(rates.single, rates.noOp).toFixed(3)}`);
  say(`         single / naive ${againstNaive.toFixed(1)} (floor ${FLOOR_OF_NAIVE})`);
  say(`         disk ${(last?.bytesPerEvent ?? NaN).toFixed(1)} B an event, batched`);
  if (againstNaive < FLOOR_OF_NAIVE) process.exitCode = 1;
}

await main();
