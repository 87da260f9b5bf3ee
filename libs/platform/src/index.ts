export { ConfigError, readConfig } from './config/read-config.js';
export { Database, type DatabaseOptions, type TransactionOptions } from './database/database.js';
export { Lease } from './database/lease.js';
export { isOutage } from './database/outage.js';
export { exactTypes } from './database/type-parsers.js';
export { CheckedMigration, type Fact } from './migrations/checked-migration.js';
export {
  type MigrationClass,
  revertLastMigration,
  runMigrations,
} from './migrations/run-migrations.js';
export { type Check, Health } from './observability/health.js';
export { createLogger } from './observability/logger.js';
export { counter, gauge, histogram, registry } from './observability/metrics.js';
export {
  type OpsServer,
  type OpsServerOptions,
  startOpsServer,
} from './observability/ops-server.js';
export { backOffMs } from './runtime/back-off.js';
export { Clock, SystemClock } from './runtime/clock.js';
export { EXIT_MISMATCH, runRole } from './runtime/run-role.js';
export { serveWorker, type Worker, type WorkerConfig } from './runtime/serve-worker.js';
export { onShutdown } from './runtime/shutdown.js';
import { CreatePlatform1790000000000 } from './migrations/1790000000000-create-platform.js';
import { type MigrationClass } from './migrations/run-migrations.js';

export const platformMigrations: readonly MigrationClass[] = [CreatePlatform1790000000000];
