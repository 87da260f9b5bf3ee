import 'reflect-metadata';
import { createLogger, Database, readConfig, runRole, serveWorker } from '@app/platform';
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
  const monitor = app.get(Monitor);
  await serveWorker(app, config, {
    start: () => {
      monitor.start();
    },
    stop: async () => {
      await monitor.stop();
      await app.get(Database).close();
    },
  });
}

runRole(main);
