import { statfs } from 'node:fs/promises';

import { type Folders } from './folders.js';
import { prepareKafka, type PreparedKafka } from './kafka/kafka.js';
import { preparePostgres, type PreparedPostgres } from './postgres/postgres.js';
import { type Guardian } from './process/guardian.js';
import { type Supervisor } from './process/supervisor.js';
import { type Progress } from './progress.js';
import { StackError } from './stack-error.js';
import { waitUntil } from './wait-until.js';
import { isServing } from './database.js';

/** What a stack is made with; `up` and the test launcher differ in `Wishes` only. */
export interface Workshop {
  readonly folders: Folders;
  readonly progress: Progress;
  readonly guardian: Guardian;
  readonly supervisor: Supervisor;
}

export interface Wishes {
  /** Data is forgotten with the stack. */
  readonly throwAway: boolean;
  readonly kafkaPort?: number | undefined;
  readonly postgresPort?: number | undefined;
  readonly fastBroker?: boolean;
}

export interface Services {
  readonly kafka: PreparedKafka;
  readonly postgres: PreparedPostgres;
}

/** Docker may have to fetch its image first. */
const KAFKA_START_MS = 180_000;
const POSTGRES_START_MS = 60_000;
const GIVEN_MS = 10_000;
const WANTED_FREE_BYTES = 500_000_000;

/** @throws StackError `disk-full` when less than half a gigabyte is left */
export async function checkDisk(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes >= WANTED_FREE_BYTES) return;
  const message = `only ${Math.round(freeBytes / 1e6)} MB are free on the disk of ${folder}`;
  throw new StackError('disk-full', message, [
    'free some space (the stack wants 1 GB), or run `ledger reset` to forget its data',
  ]);
}

/** Brings up the broker and the database, both at a time, and waits until they serve. */
export async function startServices(workshop: Workshop, wishes: Wishes): Promise<Services> {
  await checkDisk(workshop.folders.project);
  const [kafka, postgres] = await Promise.allSettled([
    startKafka(workshop, wishes),
    startPostgres(workshop, wishes),
  ]);
  if (kafka.status === 'rejected') throw kafka.reason;
  if (postgres.status === 'rejected') throw postgres.reason;
  return { kafka: kafka.value, postgres: postgres.value };
}

async function startKafka(workshop: Workshop, wishes: Wishes): Promise<PreparedKafka> {
  const { folders, progress, supervisor } = workshop;
  const { kafkaPort: port, throwAway, fastBroker: fast = false } = wishes;
  const kafka = await prepareKafka(folders, { port, throwAway, fast }, progress);
  const { process, brokers } = kafka;
  const ready = () => kafka.ready();
  await progress.step(`Kafka on ${brokers} (${kafka.description})`, async () => {
    if (process !== undefined) return supervisor.keepServing(process, ready, KAFKA_START_MS);
    await given('KAFKA_BROKERS', brokers, ready);
  });
  return kafka;
}

async function startPostgres(workshop: Workshop, wishes: Wishes): Promise<PreparedPostgres> {
  const { folders, progress, supervisor, guardian } = workshop;
  const { postgresPort: port, throwAway } = wishes;
  const label = wishes.throwAway ? 'PostgreSQL (throw-away)' : 'PostgreSQL';
  return progress.step(label, async () => {
    const postgres = await preparePostgres(folders, { port, throwAway });
    const { process, url, outside } = postgres;
    if (throwAway && outside !== undefined) guardian.removeLater(outside);
    const ready = () => isServing(url);
    if (process === undefined) await given('DATABASE_URL', new URL(url).host, ready);
    else await supervisor.keepServing(process, ready, POSTGRES_START_MS);
    return postgres;
  });
}

async function given(variable: string, where: string, ready: () => Promise<boolean>) {
  await waitUntil(where, ready, { deadlineMs: GIVEN_MS }).catch((cause: unknown) => {
    const message = `${variable} names ${where}, which does not answer`;
    const remedies = [`start it, or unset ${variable}: the stack then starts one of its own`];
    throw new StackError('service-absent', message, remedies, { cause });
  });
}
