import { Database } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { ChangeEndpointHandler } from './commands/change-endpoint.handler.js';
import { DeleteEndpointHandler } from './commands/delete-endpoint.handler.js';
import { EnableEndpointHandler } from './commands/enable-endpoint.handler.js';
import { EndpointCommands } from './commands/endpoint-commands.js';
import { RegisterEndpointHandler } from './commands/register-endpoint.handler.js';
import { RotateSecretHandler } from './commands/rotate-secret.handler.js';
import { TestEndpointHandler } from './commands/test-endpoint.handler.js';
import { AddressPolicy } from './outbound/address-policy.js';
import { GetDeliveryHandler } from './queries/get-delivery.handler.js';
import { GetEndpointHandler } from './queries/get-endpoint.handler.js';
import { ListDeliveriesHandler } from './queries/list-deliveries.handler.js';
import { ListEndpointsHandler } from './queries/list-endpoints.handler.js';
import { ListMoment } from './queries/list.js';
import { Keyring } from './secrets/keyring.js';
import { DeliveryReader } from './storage/delivery.reader.js';
import { EndpointSecrets } from './storage/endpoint-secrets.js';
import { EndpointReader } from './storage/endpoint.reader.js';
import { Outbox } from './storage/outbox.js';

export interface WebhooksOptions {
  /** KEYRING: `id:base64 of 32 bytes`, comma separated, the current one first. */
  readonly keyring: string;
  /** WEBHOOK_ALLOW_HTTP */
  readonly allowHttp: boolean;
  /** WEBHOOK_ALLOW_PRIVATE_CIDRS, comma separated; '' = none. */
  readonly allowPrivateCidrs: string;
}

/** Wants `Database`, `EventStore` and `Clock` from a global module of the app. */
@Module({})
export class WebhooksModule {
  static register(options: WebhooksOptions): DynamicModule {
    return {
      module: WebhooksModule,
      providers: [
        ChangeEndpointHandler,
        DeleteEndpointHandler,
        EnableEndpointHandler,
        EndpointCommands,
        RegisterEndpointHandler,
        RotateSecretHandler,
        TestEndpointHandler,
        GetDeliveryHandler,
        GetEndpointHandler,
        ListDeliveriesHandler,
        ListEndpointsHandler,
        ListMoment,
        Outbox,
        { provide: AddressPolicy, useFactory: () => new AddressPolicy(options) },
        {
          provide: EndpointSecrets,
          useFactory: () => new EndpointSecrets(new Keyring(options.keyring)),
        },
        {
          provide: EndpointReader,
          inject: [Database],
          useFactory: (database: Database) => new EndpointReader(database),
        },
        {
          provide: DeliveryReader,
          inject: [Database],
          useFactory: (database: Database) => new DeliveryReader(database),
        },
      ],
      exports: [AddressPolicy, EndpointSecrets, Outbox],
    };
  }
}
