export * from './domain/index.js';
export { UsageLedgerReader } from './queries/usage-ledger-reader.js';
export type { SegmentDelta, ShardHead, UsageSnapshot } from './queries/usage-snapshot.js';
export { usageLedgerMigrations } from './storage/migrations/index.js';
export type { StoredQuarantine } from './storage/quarantine-store.js';
export { resumeShard } from './storage/shard-head.js';
export type { RegisteredShard } from './storage/shard-registry.js';
