import { createProducer, createTopicAdmin } from '@app/kafka';
import { createLogger, Database, Health, SystemClock } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { Ingest } from './ingest.js';
import type { IngestConfig } from './ingest.config.js';

const LEDGER_CONNECTIONS = 16;
const READ_MODEL_CONNECTIONS = 8;

@Module({})
export class IngestModule {
  /** @param onFatal called when only a new process can go on */
  static with(config: IngestConfig, onFatal: (error: Error) => void): DynamicModule {
    const health = { provide: Health, useValue: new Health(['database', 'kafka', 'shards']) };
    return {
      module: IngestModule,
      providers: [
        health,
        {
          provide: Ingest,
          inject: [Health],
          useFactory: (checks: Health) => new Ingest(partsOf(config, checks), onFatal),
        },
      ],
    };
  }
}

function partsOf(config: IngestConfig, health: Health): ConstructorParameters<typeof Ingest>[0] {
  const logger = createLogger('ingest');
  const kafka = { brokers: config.KAFKA_BROKERS, clientId: 'ledger-ingest', logger };
  const database = (max: number): Database =>
    new Database({ url: config.DATABASE_URL, applicationName: 'ledger-ingest', max });
  return {
    config,
    health,
    logger,
    clock: new SystemClock(),
    ledger: database(LEDGER_CONNECTIONS),
    readModels: database(READ_MODEL_CONNECTIONS),
    producer: createProducer(kafka),
    admin: createTopicAdmin(kafka),
  };
}
