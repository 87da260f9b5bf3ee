/** Small and shared (on Citus: reference tables). */
const SHARED = [
  `create table ledger.shard (
     shard int not null primary key,
     cluster_id text not null,
     topic text not null,
     part int not null,
     unique (cluster_id, topic, part)
   )`,
  // The one shard that a source counts in.
  `create table ledger.source_home (
     uri text not null primary key,
     shard int not null
   )`,
  `create table ledger.projection (
     name text not null,
     version int not null,
     status text not null,
     code text not null,
     primary key (name, version)
   )`,
];

/** One row per shard: the only point of serialisation, and the store of Kafka offsets. */
const HEAD = `create table ledger.shard_head (
     shard int not null primary key,
     incarnation int not null default 1,
     next_offset bigint not null,
     next_seq bigint not null default 1,
     chain bytea not null,
     recorded_at timestamptz not null default '-infinity',
     next_source int not null default 0,
     next_series int not null default 0,
     tail_offset bigint,
     tail_crc bigint,
     halted text
   ) with (fillfactor = 50)`;

const APPEND_ONLY = [
  `create table ledger.segment (
     shard int not null,
     seq bigint not null,
     incarnation int not null,
     recorded_at timestamptz not null,
     first_offset bigint not null,
     next_offset bigint not null,
     records int not null,
     events int not null,
     duplicates int not null,
     quarantined int not null,
     forwarded int not null,
     occurred_min timestamptz,
     occurred_max timestamptz,
     format smallint not null,
     raw_bytes int not null,
     digests bytea not null,
     chain bytea not null,
     body bytea not null,
     primary key (shard, seq)
   )`,
  'create index segment_time on ledger.segment (shard, recorded_at)',
  `create table ledger.bucket_delta (
     shard int not null,
     seq bigint not null,
     lines int not null,
     days datemultirange not null,
     body bytea not null,
     primary key (shard, seq)
   )`,
  `create table ledger.source (
     shard int not null,
     source_no int not null,
     uri text not null,
     since_seq bigint not null,
     primary key (shard, source_no),
     unique (shard, uri)
   )`,
  `create table ledger.series (
     shard int not null,
     series_no int not null,
     digest bytea not null,
     attrs jsonb not null,
     since_seq bigint not null,
     primary key (shard, series_no),
     unique (shard, digest)
   )`,
  `create table ledger.source_span (
     shard int not null,
     source_no int not null,
     epoch numeric(20) not null,
     seq bigint not null,
     lo numeric(20) not null,
     hi numeric(20) not null,
     primary key (shard, source_no, epoch, seq)
   )`,
  `create table ledger.quarantine (
     shard int not null,
     seq bigint not null,
     line int not null,
     "offset" bigint not null,
     ord int not null,
     code text not null,
     detail text not null,
     raw bytea not null,
     primary key (shard, seq, line)
   )`,
  // The only rows that may be erased.
  `create table ledger.private_value (
     shard int not null,
     seq bigint not null,
     ord int not null,
     salt bytea not null,
     value bytea not null,
     primary key (shard, seq, ord)
   )`,
  `create table ledger.quarantine_resolution (
     shard int not null,
     seq bigint not null,
     line int not null,
     action text not null,
     reason text not null,
     actor text not null,
     at timestamptz not null,
     primary key (shard, seq, line)
   )`,
];

/** Updated in place, rebuildable from the segments. */
const STATE = [
  // chunk = sequence >> 20; seen: the low 20 bits.
  `create table ledger.source_state (
     shard int not null,
     source_no int not null,
     epoch numeric(20) not null,
     chunk bigint not null,
     seen int8multirange not null,
     primary key (shard, source_no, epoch, chunk)
   ) with (fillfactor = 70)`,
  `create table ledger.id_run (
     shard int not null,
     level smallint not null,
     first_seq bigint not null,
     part int not null,
     last_seq bigint not null,
     keys int not null,
     entries bytea not null,
     filter bytea not null,
     primary key (shard, level, first_seq, part)
   )`,
  `create table ledger.projection_head (
     shard int not null,
     name text not null,
     version int not null,
     seq bigint not null,
     next_offset bigint not null,
     recorded_at timestamptz not null,
     primary key (shard, name, version)
   ) with (fillfactor = 50)`,
  // The five sums are null where the series' lines do not report them.
  `create table ledger.bucket (
     shard int not null,
     version int not null,
     series_no int not null,
     start_day date not null,
     end_day date not null,
     events bigint not null,
     quantity numeric(38,18),
     billed numeric(38,18),
     list numeric(38,18),
     contracted numeric(38,18),
     effective numeric(38,18),
     primary key (shard, version, series_no, start_day, end_day)
   ) with (fillfactor = 50)`,
  `create table ledger.bucket_snapshot (
     shard int not null,
     month date not null,
     seq bigint not null,
     lines int not null,
     body bytea not null,
     primary key (shard, month, seq)
   )`,
];

/** Written by the sealer only (on Citus: local to the coordinator); contract events are shard -1. */
const PROOFS = [
  `create table ledger.tree_leaf (
     idx bigint not null primary key,
     shard int not null,
     seq bigint not null,
     data bytea not null,
     unique (shard, seq)
   )`,
  `create table ledger.tree_tile (
     level smallint not null,
     idx bigint not null,
     width smallint not null,
     hashes bytea not null,
     primary key (level, idx)
   )`,
  `create table ledger.checkpoint (
     size bigint not null primary key,
     root bytea not null,
     position jsonb not null,
     note text not null,
     sealed_at timestamptz not null
   )`,
];

/** Bodies are compressed already or must be readable by slices. */
const STORAGE = [
  'alter table ledger.segment alter body set storage external',
  'alter table ledger.bucket_delta alter body set storage external',
  'alter table ledger.bucket_snapshot alter body set storage external',
  'alter table ledger.id_run alter entries set storage external, alter filter set storage external',
];

export const TABLES: readonly string[] = [
  ...SHARED,
  HEAD,
  ...APPEND_ONLY,
  ...STATE,
  ...PROOFS,
  ...STORAGE,
];

export const DROP_TABLES = `drop table ledger.checkpoint, ledger.tree_tile, ledger.tree_leaf,
  ledger.bucket_snapshot, ledger.bucket, ledger.projection_head, ledger.id_run, ledger.source_state,
  ledger.quarantine_resolution, ledger.private_value, ledger.quarantine, ledger.source_span,
  ledger.series, ledger.source, ledger.bucket_delta, ledger.segment, ledger.shard_head,
  ledger.projection, ledger.source_home, ledger.shard`;
