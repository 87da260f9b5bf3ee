/** Helpers for specs that meet a real broker, database and processes; started by `npm test`. */
export { brokers, required } from './environment.js';
export { cloneDatabase, sql, type DatabaseUser, type TestDatabase } from './database.js';
export {
  createTopic,
  endOffsets,
  produce,
  readAll,
  type TestRecord,
  type TestTopic,
} from './kafka.js';
export { startRole, type RoleName, type RoleOptions, type RoleProcess } from './role-process.js';
export { until } from './until.js';
export { startReceiver, type Delivery, type WebhookReceiver } from './webhook-receiver.js';
export {
  type Answer,
  startWholeLedger,
  type WholeLedger,
  type WholeLedgerOptions,
} from './whole-ledger.js';
export { contractBody, usageEvent, type UsageEventInput } from './examples.js';
export { type OwnBroker, startOwnBroker } from './own-broker.js';
export { type CliRun, runCli } from './run-cli.js';
