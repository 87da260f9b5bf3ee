import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createLogger,
  Health,
  onShutdown,
  readConfig,
  registry,
  runRole,
  startOpsServer,
} from '@app/platform';
import { NestFactory } from '@nestjs/core';
import { Ingest } from './ingest.js';
import { IngestConfig } from './ingest.config.js';
import { IngestModule } from './ingest.module.js';

async function main(): Promise<void> {
  const config = readConfig(IngestConfig);
  const logger = createLogger('ingest');
  const die = (error: Error): void => {
    logger.error(error.stack ?? error.message);
    // What is not durable comes again: there is nothing to save.
    process.exit(1);
  };
  const app = await NestFactory.createApplicationContext(IngestModule.with(config, die), {
    logger,
    abortOnError: false,
  });
  const health = app.get(Health);
  const ops = await startOpsServer({
    host: config.ROLE_HOST,
    port: config.OPS_PORT,
    health,
    registry,
  });
  const ingest = app.get(Ingest);
  onShutdown(async () => {
    health.drain();
    await pause(config.DRAIN_MS);
    await ingest.stop();
    await ops.close();
    await app.close();
  });
  await ingest.start();
}

runRole(main);
