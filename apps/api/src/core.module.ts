import { EventStore } from '@app/event-store';
import type { Producer } from '@app/kafka';
import { Clock, Database, Health } from '@app/platform';
import type { WebhooksOptions } from '@app/webhooks';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ApiSettings } from './api-settings.js';

/** Token of the producer: kafka gives an interface. */
export const PRODUCER = Symbol('producer');

/** What the app is made of from outside: real ones in `main`, others in specs. */
export interface ApiParts {
  readonly database: Database;
  readonly eventStore: EventStore;
  readonly clock: Clock;
  readonly producer: Producer;
  readonly health: Health;
  readonly settings: ApiSettings;
  readonly webhooks: WebhooksOptions;
}

/** Gives every module of the app the parts that it wants. */
@Global()
@Module({})
export class CoreModule {
  static with(parts: ApiParts): DynamicModule {
    const providers = [
      { provide: Database, useValue: parts.database },
      { provide: EventStore, useValue: parts.eventStore },
      { provide: Clock, useValue: parts.clock },
      { provide: PRODUCER, useValue: parts.producer },
      { provide: Health, useValue: parts.health },
      { provide: ApiSettings, useValue: parts.settings },
    ];
    return { module: CoreModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
