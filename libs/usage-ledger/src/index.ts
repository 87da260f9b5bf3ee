export * from './domain/index.js';
export { appendUntilKnown, type AppendWatch } from './commands/append-until-known.js';
export type { LedgerRecord } from './commands/open-batch.js';
export { parseDetail, type QuarantineDetail } from './commands/quarantine-detail.js';
export { ShardWriter } from './commands/shard-writer.js';
export { ShardHaltedError, ShardMovedError } from './commands/writer.errors.js';
export type { CommittedSegment, WriterPorts } from './commands/writer-ports.js';
export { BucketProjector } from './projections/bucket-projector.js';
export { QuarantineFollower, type QuarantinePage } from './projections/quarantine-follower.js';
export type { FoundEvent } from './queries/find-event.js';
export type { CellLine, CellLines, CellName, CellSegment } from './queries/lines-of-cells.js';
export { UsageLedgerReader } from './queries/usage-ledger-reader.js';
export type { SegmentDelta, ShardHead, UsageSnapshot } from './queries/usage-snapshot.js';
export type { Finding, FindingCode, ShardVerdict } from './queries/verify/finding.js';
export { verifyShard } from './queries/verify/verify-shard.js';
export {
  appendSegment,
  type AppendAnswer,
  type AppendStatus,
  type SegmentAppend,
} from './storage/append-segment.js';
export { usageLedgerMigrations } from './storage/migrations/index.js';
export type { StoredQuarantine } from './storage/quarantine-store.js';
export { haltShard, type HeadRow, readHalt, resumeShard } from './storage/shard-head.js';
export {
  ensureShard,
  listShards,
  type PartitionName,
  type RegisteredShard,
} from './storage/shard-registry.js';
