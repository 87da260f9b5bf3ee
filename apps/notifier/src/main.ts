import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createLogger,
  Database,
  Health,
  onShutdown,
  readConfig,
  registry,
  runRole,
  startOpsServer,
} from '@app/platform';
import { NestFactory } from '@nestjs/core';
import { Notifier } from './notifier.js';
import { NotifierConfig } from './notifier.config.js';
import { NotifierModule } from './notifier.module.js';

async function main(): Promise<void> {
  const config = readConfig(NotifierConfig);
  const app = await NestFactory.createApplicationContext(NotifierModule.with(config), {
    logger: createLogger('notifier'),
    abortOnError: false,
  });
  const health = app.get(Health);
  const ops = await startOpsServer({
    host: config.ROLE_HOST,
    port: config.OPS_PORT,
    health,
    registry,
  });
  const notifier = app.get(Notifier);
  notifier.start();
  onShutdown(async () => {
    health.drain();
    await pause(config.DRAIN_MS);
    await notifier.stop();
    await ops.close();
    await app.get(Database).close();
    await app.close();
  });
}

runRole(main);
