import { join } from 'node:path';

import { enableLogins, ensureDatabase } from './database.js';
import { Demo } from './demo/demo.js';
import { type Folders } from './folders.js';
import { freePort, isFree } from './free-port.js';
import { makeArchive } from './kafka/class-archive.js';
import { createTopics, migrateDatabase } from './migrate.js';
import { Guardian } from './process/guardian.js';
import { logTail } from './process/log-tail.js';
import { DATABASE, roleSettings, servicePorts, stackFileOf } from './launch-settings.js';
import { killRuns } from './process/run.js';
import { Supervisor } from './process/supervisor.js';
import { type Progress } from './progress.js';
import {
  OPS_ROLES,
  roleProcess,
  ROLES,
  type Role,
  type RoleSettings,
  roleUrl,
} from './roles/role.js';
import {
  prepareServices,
  serveKafka,
  servePostgres,
  type Services,
  type Workshop,
} from './services.js';
import { StackError } from './stack-error.js';
import { type KeptState, readKeptState, writeKeptState } from './state/kept-state.js';
import { removeStackFile, type StackFile, writeStackFile } from './state/stack-file.js';
import { releaseLock } from './state/stack-lock.js';
import { readiness } from './status.js';
import { waitUntil } from './wait-until.js';

const API_READY_MS = 60_000;

export interface UpOptions {
  /** Port of the API; a free one when absent. */
  readonly port?: number;
  /** Without the demo contract and its exporter. */
  readonly bare?: boolean;
}

/** One run of the development stack: start, what follows in the background, stop. */
export class Launch {
  private readonly workshop: Workshop;
  private readonly kept: KeptState;
  private readonly pids: Record<string, number> = { supervisor: process.pid };
  private readonly background = new AbortController();
  private archiving: Promise<void> = Promise.resolve();
  private services: Services | undefined;
  private file: StackFile | undefined;

  constructor(
    private readonly folders: Folders,
    private readonly progress: Progress,
    private readonly options: UpOptions,
  ) {
    this.kept = readKeptState(folders.state);
    writeKeptState(folders.state, this.kept);
    const guardian = Guardian.start(folders.project);
    const supervisor = new Supervisor(guardian, {
      started: (name, pid) => {
        this.pids[name] = pid;
        this.rewrite();
      },
      ended: (name, { code, signal }, pauseMs) => {
        const how = signal ?? `exit code ${String(code)}`;
        const log = join(folders.logs, `${name}.log`);
        progress.say(`! ${name} ended (${how}), starts again in ${pauseMs} ms; see ${log}`);
      },
    });
    this.workshop = { folders, progress, guardian, supervisor };
  }

  /** @returns where everything is, once the demo's position is served */
  async start(): Promise<StackFile> {
    const apiPort = await this.apiPort();
    const { kafka: kafkaPort, postgres: postgresPort } = this.kept.ports;
    const wishes = { throwAway: false, kafkaPort, postgresPort };
    this.services = await prepareServices(this.workshop, wishes);
    const ports = await this.rolePorts(apiPort);
    const settings = roleSettings(this.folders, this.services, this.kept, ports);
    await Promise.all([
      this.startDatabase(this.services, settings),
      this.startBroker(this.services, settings),
    ]);
    await this.progress.step(`Roles ${ROLES.join(', ')}`, () => this.apiReady(settings));
    if (this.options.bare !== true) await new Demo(settings, this.workshop).start();
    const kept = { ...ports, ...servicePorts(this.services) };
    writeKeptState(this.folders.state, { ...this.kept, ports: kept });
    this.file = stackFileOf(settings, this.pids);
    this.rewrite();
    return this.file;
  }

  /** The roles that can do without a broker load while that still starts. */
  private async startDatabase({ postgres }: Services, settings: RoleSettings): Promise<void> {
    const { databaseUrl, rolePassword } = settings;
    await servePostgres(this.workshop, postgres);
    await this.progress.step('Migrations and database users', async () => {
      if (postgres.process !== undefined) await ensureDatabase(postgres.url, DATABASE);
      await migrateDatabase(databaseUrl);
      await enableLogins(databaseUrl, rolePassword);
    });
    for (const role of ['api', 'monitor', 'notifier'] as const)
      await this.workshop.supervisor.keep(roleProcess(settings, role));
  }

  private async startBroker({ kafka }: Services, settings: RoleSettings): Promise<void> {
    await serveKafka(this.workshop, kafka);
    await this.progress.step('Topics', () => createTopics(kafka.brokers, settings.usageTopic));
  }

  private async apiReady(settings: RoleSettings): Promise<void> {
    await this.workshop.supervisor.keep(roleProcess(settings, 'ingest'));
    const url = roleUrl(settings, 'api');
    const ready = async () => (await fetch(`${url}/readyz`)).ok;
    try {
      await waitUntil(`the API on ${url}`, ready, { deadlineMs: API_READY_MS });
    } catch (cause) {
      const log = join(this.folders.logs, 'api.log');
      const message = `the API is ${await readiness(url)}; the end of its log (${log}):\n${logTail(log)}`;
      throw new StackError('api-not-ready', message, [], { cause });
    }
  }

  /** Makes the next start faster; nobody waits for it. */
  afterStart(): void {
    const archive = this.services?.kafka.archive;
    if (archive === undefined) return;
    const { guardian } = this.workshop;
    this.archiving = makeArchive(archive.file, archive, guardian, this.background.signal).catch(
      (error: unknown) => {
        this.progress.say(`! the broker's class archive was not made: ${String(error)}`);
      },
    );
  }

  /** Ends the children in order: who writes first, what it writes to last. */
  async stop(graceMs: number): Promise<void> {
    const { supervisor, guardian } = this.workshop;
    this.background.abort();
    killRuns();
    removeStackFile(this.folders.state);
    supervisor.close();
    await supervisor.stop(['exporter', ...ROLES], graceMs);
    await supervisor.stop(supervisor.names, graceMs);
    await this.archiving;
    await guardian.close();
    releaseLock(this.folders.state);
  }

  private async rolePorts(api: number): Promise<Record<Role, number>> {
    const ports: Record<Role, number> = { api, ingest: 0, monitor: 0, notifier: 0 };
    for (const role of OPS_ROLES) ports[role] = await freePort(this.kept.ports[role]);
    return ports;
  }

  private async apiPort(): Promise<number> {
    const wanted = this.options.port;
    if (wanted === undefined) return freePort(this.kept.ports.api);
    if (await isFree(wanted)) return wanted;
    throw new StackError('port-taken', `port ${wanted} is taken`, [
      'end what listens there, choose another by --port, or leave it out: a free one is picked',
    ]);
  }

  private rewrite(): void {
    if (this.file !== undefined) writeStackFile(this.folders.state, this.file);
  }
}
