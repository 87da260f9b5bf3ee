import 'reflect-metadata';
import { createLogger, readConfig, runRole, serveWorker } from '@app/platform';
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
  await serveWorker(app, config, app.get(Ingest));
}

runRole(main);
