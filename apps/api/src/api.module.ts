import { AccessGuard, AccessModule } from '@app/access';
import { AlertsModule } from '@app/alerts';
import { AttainmentHeadStore, CommitmentsModule } from '@app/commitments';
import { PricingModule } from '@app/pricing';
import { Database } from '@app/platform';
import { UsageLedgerReader } from '@app/usage-ledger';
import { WebhooksModule } from '@app/webhooks';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AlertsController } from './alerts/alerts.controller.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { AmendmentsController } from './commitments/amendments.controller.js';
import { ExplanationsController } from './commitments/explanations.controller.js';
import { CommitmentsController } from './commitments/commitments.controller.js';
import { PeriodsController } from './commitments/periods.controller.js';
import { StatementsController } from './commitments/statements.controller.js';
import { ContractsController } from './contracts/contracts.controller.js';
import { type ApiParts, CoreModule } from './core.module.js';
import { EventBridge } from './events/event-bridge.js';
import { EventsController } from './events/events.controller.js';
import { HomeShards } from './events/home-shards.js';
import { RecordedEvents } from './events/recorded-events.js';
import { FxTablesController } from './fx-tables/fx-tables.controller.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { RecordExpiry } from './idempotency/record-expiry.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { RateLimitGuard } from './limits/rate-limit.guard.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { OpenApiText } from './openapi/openapi-text.js';
import { PriceBooksController } from './price-books/price-books.controller.js';
import { ProblemFilter } from './problem-details/problem.filter.js';
import { ProblemsController } from './problem-details/problems.controller.js';
import { SchemaPipe } from './problem-details/schema.pipe.js';
import { AnswerInterceptor } from './request/answer.interceptor.js';
import { ListMoment } from './request/list-moment.js';
import { ReadModelGate } from './request/read-model-gate.js';
import { RouteShapeGuard } from './request/route-shape.guard.js';
import { QuarantineRows } from './sources/quarantine-rows.js';
import { QuarantineController } from './sources/quarantine.controller.js';
import { SourcesController } from './sources/sources.controller.js';
import { TableInterceptor } from './request/table.interceptor.js';
import { RolesDeclared } from './security/roles-declared.js';

import { LiveFeed } from './stream/live-feed.js';
import { SseClients } from './stream/sse-clients.js';
import { StreamController } from './stream/stream.controller.js';
import { DeliveriesController } from './webhooks/deliveries.controller.js';
import { EndpointActsController } from './webhooks/endpoint-acts.controller.js';
import { WebhookEndpointsController } from './webhooks/webhook-endpoints.controller.js';

@Module({
  imports: [
    DiscoveryModule,
    CqrsModule.forRoot(),
    AccessModule,
    PricingModule,
    CommitmentsModule,
    AlertsModule,
  ],
  controllers: [
    ContractsController,
    CommitmentsController,
    ExplanationsController,
    AmendmentsController,
    PeriodsController,
    StatementsController,
    PriceBooksController,
    FxTablesController,
    EventsController,
    SourcesController,
    QuarantineController,
    LedgerController,
    AlertsController,
    WebhookEndpointsController,
    EndpointActsController,
    DeliveriesController,
    StreamController,
    ApiKeysController,
    HealthController,
    ProblemsController,
    OpenApiController,
  ],
  providers: [
    // In this order: who, how often, and only then what was sent.
    { provide: APP_GUARD, useExisting: AccessGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_GUARD, useClass: RouteShapeGuard },
    { provide: APP_PIPE, useClass: SchemaPipe },
    { provide: APP_INTERCEPTOR, useClass: TableInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
    RolesDeclared,
    Readiness,
    ListMoment,
    EventBridge,
    HomeShards,
    RecordedEvents,
    QuarantineRows,
    ReadModelGate,
    RecordExpiry,
    LiveFeed,
    SseClients,
    {
      provide: AttainmentHeadStore,
      inject: [Database],
      useFactory: (database: Database) => new AttainmentHeadStore(database),
    },
    {
      provide: UsageLedgerReader,
      inject: [Database],
      useFactory: (database: Database) => new UsageLedgerReader(database),
    },
    OpenApiText,
  ],
})
export class ApiModule {
  static with(parts: ApiParts): DynamicModule {
    const imports = [CoreModule.with(parts), WebhooksModule.register(parts.webhooks)];
    return { module: ApiModule, imports };
  }
}
