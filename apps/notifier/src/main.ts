import 'reflect-metadata';
import { createLogger, Database, readConfig, runRole, serveWorker } from '@app/platform';
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
  const notifier = app.get(Notifier);
  await serveWorker(app, config, {
    start: () => {
      notifier.start();
    },
    stop: async () => {
      await notifier.stop();
      await app.get(Database).close();
    },
  });
}

runRole(main);
