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

/**
 * Finds a broker and a database and makes all ready for their start, both at a time.
 *
 * @throws StackError when one of them cannot be had on this machine
 */
export async function prepareServices(
  { folders, progress, guardian }: Workshop,
  { throwAway, kafkaPort, postgresPort, fastBroker = false }: Wishes,
): Promise<Services> {
  await checkDisk(folders.project);
  const [kafka, postgres] = await Promise.allSettled([
    prepareKafka(folders, { port: kafkaPort, throwAway, fast: fastBroker }, progress),
    preparePostgres(folders, { port: postgresPort, throwAway }),
  ]);
  if (kafka.status === 'rejected') throw kafka.reason;
  if (postgres.status === 'rejected') throw postgres.reason;
  const { outside } = postgres.value;
  if (throwAway && outside !== undefined) guardian.removeLater(outside);
  return { kafka: kafka.value, postgres: postgres.value };
}

/** Starts the broker, or finds the given one, and waits until it serves. */
export async function serveKafka(workshop: Workshop, kafka: PreparedKafka): Promise<void> {
  const { process, brokers, description } = kafka;
  const ready = () => kafka.ready();
  await workshop.progress.step(`Kafka on ${brokers} (${description})`, async () => {
    if (process === undefined) await given('KAFKA_BROKERS', brokers, ready);
    else await workshop.supervisor.keepServing(process, ready, KAFKA_START_MS);
  });
}

/** Starts the database, or finds the given one, and waits until it serves. */
export async function servePostgres(
  workshop: Workshop,
  { process, url, description }: PreparedPostgres,
): Promise<void> {
  const ready = () => isServing(url);
  const { host } = new URL(url);
  await workshop.progress.step(`PostgreSQL on ${host} (${description})`, async () => {
    if (process === undefined) await given('DATABASE_URL', host, ready);
    else await workshop.supervisor.keepServing(process, ready, POSTGRES_START_MS);
  });
}

/** Brings up both, and waits until they serve. */
export async function startServices(workshop: Workshop, wishes: Wishes): Promise<Services> {
  const services = await prepareServices(workshop, wishes);
  await Promise.all([
    serveKafka(workshop, services.kafka),
    servePostgres(workshop, services.postgres),
  ]);
  return services;
}

async function given(variable: string, where: string, ready: () => Promise<boolean>) {
  await waitUntil(where, ready, { deadlineMs: GIVEN_MS }).catch((cause: unknown) => {
    const message = `${variable} names ${where}, which does not answer`;
    const remedies = [`start it, or unset ${variable}: the stack then starts one of its own`];
    throw new StackError('service-absent', message, remedies, { cause });
  });
}
