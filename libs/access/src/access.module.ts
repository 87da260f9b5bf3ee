import { Database } from '@app/platform';
import { Module } from '@nestjs/common';
import { IssueApiKeyHandler } from './commands/issue-api-key.handler.js';
import { RevokeApiKeyHandler } from './commands/revoke-api-key.handler.js';
import { AccessGuard } from './guard/access.guard.js';
import { Authenticator } from './guard/authenticator.js';
import { ListApiKeysHandler } from './queries/list-api-keys.handler.js';
import { ApiKeyStore } from './storage/api-key.store.js';
import { PostgresApiKeyStore } from './storage/postgres.api-key.store.js';
import { PostgresRequestRecordStore } from './storage/postgres.request-record.store.js';
import { RequestRecordStore } from './storage/request-record.store.js';

/** Wants `Database`, `EventStore` and `Clock` from a global module of the app. */
@Module({
  providers: [
    IssueApiKeyHandler,
    RevokeApiKeyHandler,
    ListApiKeysHandler,
    Authenticator,
    AccessGuard,
    {
      provide: ApiKeyStore,
      inject: [Database],
      useFactory: (database: Database) => new PostgresApiKeyStore(database),
    },
    {
      provide: RequestRecordStore,
      inject: [Database],
      useFactory: (database: Database) => new PostgresRequestRecordStore(database),
    },
  ],
  exports: [AccessGuard, Authenticator, RequestRecordStore],
})
export class AccessModule {}
