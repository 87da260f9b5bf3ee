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
import { Monitor } from './monitor.js';
import { MonitorConfig } from './monitor.config.js';
import { MonitorModule } from './monitor.module.js';

async function main(): Promise<void> {
  const config = readConfig(MonitorConfig);
  const app = await NestFactory.createApplicationContext(MonitorModule.with(config), {
    logger: createLogger('monitor'),
    abortOnError: false,
  });
  const health = app.get(Health);
  const ops = await startOpsServer({
    host: config.ROLE_HOST,
    port: config.OPS_PORT,
    health,
    registry,
  });
  const monitor = app.get(Monitor);
  monitor.start();
  onShutdown(async () => {
    health.drain();
    await pause(config.DRAIN_MS);
    await monitor.stop();
    await ops.close();
    await app.close();
    await app.get(Database).close();
  });
}

runRole(main);
