import { type MigrationClass } from '@app/platform';
import { CreateAccess1790000003000 } from './storage/migrations/1790000003000-create-access.js';

export { AccessModule } from './access.module.js';
export { BootstrapKeyInvalidError, registerBootstrapKey } from './commands/bootstrap-key.js';
export {
  IssueApiKeyCommand,
  type IssuedApiKey,
  type NewApiKey,
} from './commands/issue-api-key.command.js';
export { RevokeApiKeyCommand } from './commands/revoke-api-key.command.js';
export {
  ForbiddenError,
  TooManyFailedLoginsError,
  UnauthenticatedError,
} from './domain/access.errors.js';
export { ApiKeyNotFoundError } from './domain/api-key.errors.js';
export { maySendFor, type Principal } from './domain/principal.js';
export { ACCESS, type Access, mayUse, type Role, ROLES } from './domain/roles.js';
export { AccessGuard, type AuthenticatedRequest } from './guard/access.guard.js';
export { ACCESS_METADATA, Allow } from './guard/allow.decorator.js';
export { Authenticator } from './guard/authenticator.js';
export { makeKeyId, makeKeyText } from './keys/key-text.js';
export { ListApiKeysQuery } from './queries/list-api-keys.query.js';
export { type ApiKeyRecord, ApiKeyStore } from './storage/api-key.store.js';
export {
  type Begun,
  type RecordedAnswer,
  RequestRecordStore,
} from './storage/request-record.store.js';

export { PostgresRequestRecordStore } from './storage/postgres.request-record.store.js';

export const accessMigrations: readonly MigrationClass[] = [CreateAccess1790000003000];
