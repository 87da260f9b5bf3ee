import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Health } from '../observability/health.js';
import { registry } from '../observability/metrics.js';
import { startOpsServer } from '../observability/ops-server.js';
import { onShutdown } from './shutdown.js';

export interface WorkerConfig {
  readonly ROLE_HOST: string;
  /** Of health and metrics; 0 picks a free one. */
  readonly OPS_PORT: number;
  /** Milliseconds between reporting unready and stopping. */
  readonly DRAIN_MS: number;
}

export interface Worker {
  start(): Promise<void> | void;
  /** Ends what is under way and gives back what the worker holds. */
  stop(): Promise<void>;
}

/** Runs a role that serves nothing but health and metrics, until SIGTERM or SIGINT. */
export async function serveWorker(
  app: INestApplicationContext,
  config: WorkerConfig,
  worker: Worker,
): Promise<void> {
  const health = app.get(Health);
  const ops = await startOpsServer({
    host: config.ROLE_HOST,
    port: config.OPS_PORT,
    health,
    registry,
  });
  onShutdown(async () => {
    health.drain();
    await pause(config.DRAIN_MS);
    await worker.stop();
    await ops.close();
    await app.close();
  });
  await worker.start();
}
