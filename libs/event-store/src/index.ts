import { type MigrationClass } from '@app/platform';
import { CreateEventStore1790000001000 } from './storage/migrations/1790000001000-create-event-store.js';

export type { Decider, SnapshotPolicy } from './decider.js';
export {
  CheckpointMovedError,
  IdempotencyKeyReusedError,
  VersionConflictError,
} from './event-store.errors.js';
export {
  EventStore,
  type Executed,
  type ExecuteOptions,
  type Loaded,
  type Moment,
} from './event-store.js';
export { loadCheckpoint, moveCheckpoint } from './storage/checkpoint.js';
export { PostgresEventStore } from './storage/postgres.event-store.js';
export type { StoredEvent } from './stored-event.js';

export const eventStoreMigrations: readonly MigrationClass[] = [CreateEventStore1790000001000];
