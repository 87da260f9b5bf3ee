import { join } from 'node:path';

import { z } from 'zod';

import { type ProcessSpec } from '../process/managed-process.js';
import { type RoleSettings, roleUrl } from '../roles/role.js';
import { type Workshop } from '../services.js';
import { waitUntil } from '../wait-until.js';
import { DEMO_COMMITMENT, DEMO_CONTRACT, demoContract, demoStart } from './demo-contract.js';
import { DEMO_PRICE_BOOK, demoPriceBook } from './demo-price-book.js';

const SERVED_MS = 60_000;

/** The demo of a stack: contract and prices over HTTP, usage by an exporter that keeps running. */
export class Demo {
  private readonly apiUrl: string;

  constructor(
    private readonly settings: RoleSettings,
    private readonly workshop: Workshop,
    private readonly today = new Date().toISOString().slice(0, 10),
  ) {
    this.apiUrl = roleUrl(settings, 'api');
  }

  /** Signs and publishes what is missing, starts the exporter, waits for a served position. */
  async start(): Promise<void> {
    const { progress, supervisor } = this.workshop;
    const began = await progress.step('Demo contract and prices', async () => {
      await this.create('/v1/contracts', DEMO_CONTRACT, demoContract(this.today));
      await this.create('/v1/price-books', DEMO_PRICE_BOOK, demoPriceBook());
      return this.contractStart();
    });
    await supervisor.keep(this.exporter(began));
    await progress.step('Position of the demo commitment', () =>
      waitUntil('the position of the demo commitment', () => this.isServed(), {
        deadlineMs: SERVED_MS,
      }),
    );
  }

  private async isServed(): Promise<boolean> {
    return (await this.call(`/v1/commitments/${DEMO_COMMITMENT}/position`)).ok;
  }

  /** The contract outlives the year that it was signed in: usage goes back to its own start. */
  private async contractStart(): Promise<string> {
    const answer = await this.call(`/v1/contracts/${DEMO_CONTRACT}`);
    const parsed = z.object({ start: z.string() }).safeParse(await answer.json());
    return parsed.data?.start ?? demoStart(this.today);
  }

  /** Posts the body unless the thing exists; a repeated start of the same stack changes nothing. */
  private async create(path: string, id: string, body: object): Promise<void> {
    const known = await this.call(`${path}/${id}`);
    if (known.ok) return;
    const answer = await this.call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `demo-${id}` },
      body: JSON.stringify(body),
    });
    if (!answer.ok)
      throw new Error(`POST ${path} answered ${answer.status}: ${await answer.text()}`);
  }

  private call(path: string, init: RequestInit = {}): Promise<Response> {
    const authorization = `Bearer ${this.settings.adminKey}`;
    const headers = { ...(init.headers as Record<string, string> | undefined), authorization };
    return fetch(`${this.apiUrl}${path}`, { ...init, headers });
  }

  private exporter(since: string): ProcessSpec {
    const { project, kafkaBrokers, usageTopic, logs } = this.settings;
    const cli = join(project, 'dist', 'apps', 'cli', 'src', 'main.js');
    const usage = ['--profile', 'laboratory'];
    return {
      name: 'exporter',
      command: process.execPath,
      args: ['--enable-source-maps', cli, 'emit', ...usage, '--back-fill-from', since, '--live'],
      cwd: project,
      env: { ...process.env, KAFKA_BROKERS: kafkaBrokers, USAGE_TOPIC: usageTopic },
      logFile: join(logs, 'exporter.log'),
    };
  }
}
