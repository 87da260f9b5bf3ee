import 'reflect-metadata';
import { CommitmentsModule } from '@app/commitments';
import { EventStore, PostgresEventStore } from '@app/event-store';
import { Clock, Database, SystemClock } from '@app/platform';
import { PricingModule } from '@app/pricing';
import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';

@Global()
@Module({})
class Core {}

@Module({})
class App {}

/** Both buses with the handlers of pricing and commitments, as the API wires them. */
export interface LedgerApp {
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  close(): Promise<void>;
}

export async function startApp(url: string): Promise<LedgerApp> {
  const database = new Database({ url, applicationName: 'spec-api', max: 5 });
  const providers = [
    { provide: Database, useValue: database },
    { provide: EventStore, useValue: new PostgresEventStore(database) },
    { provide: Clock, useClass: SystemClock },
  ];
  const core = { module: Core, providers, exports: providers.map(({ provide }) => provide) };
  const app: INestApplicationContext = await NestFactory.createApplicationContext(
    { module: App, imports: [core, PricingModule, CommitmentsModule] },
    { logger: false },
  );
  await app.init();
  return {
    commands: app.get(CommandBus),
    queries: app.get(QueryBus),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}
