import { EventStore, PostgresEventStore } from '@app/event-store';
import { Clock, Database, SystemClock } from '@app/platform';
import { type DynamicModule, Global, Module } from '@nestjs/common';

/** What modules of libs want from a global module of their app. */
@Global()
@Module({})
export class Foundation {
  static on(database: Database): DynamicModule {
    const providers = [
      { provide: Database, useValue: database },
      { provide: EventStore, useValue: new PostgresEventStore(database) },
      { provide: Clock, useClass: SystemClock },
    ];
    return { module: Foundation, providers, exports: providers.map(({ provide }) => provide) };
  }
}
