import type { KafkaRecord } from '../records.js';
import type { Refusal } from './codec.errors.js';

/*
 * kafkajs asks a codec for bytes and is told nothing else. An error thrown there loses which
 * partition it was, and kafkajs fetches the same again a thousand times without a word, until the
 * watchdog ends the process: a restart loop that stops every shard and names no cause. So a codec
 * never fails: in place of a refused batch's records it gives as many empty ones, by whose memory
 * the consumer knows them, and the one shard stops with the reason. Quarantining the batch unread
 * takes a reader of raw batches.
 */

/** A record batch of format 2: where its fields stand, counted back from its packed records. */
const BEFORE_RECORDS = { magic: 45, lastOffsetDelta: 38, count: 4 } as const;
const HEADER_BYTES = 61;
const MAGIC = 2;

/** What 64 MiB can hold at seven bytes a record, so that stand-ins cost no more than records do. */
const RECORDS_AT_MOST = 10_000_000;

const refusals = new WeakMap<ArrayBufferLike, Refusal>();

/**
 * What comes first of a fetch: the records up to a refused batch, or the stand-ins of one.
 *
 * @returns `refusal` for stand-ins
 */
export function readableRecords(records: KafkaRecord[]): {
  readonly records: KafkaRecord[];
  readonly refusal: Refusal | undefined;
} {
  const [first] = records;
  const refusal = first === undefined ? undefined : refusalOf(first);
  const end = records.findIndex((record) => refusalOf(record) !== refusal);
  return { records: end < 0 ? records : records.slice(0, end), refusal };
}

/** Why the batch that the record stands for was not read; undefined for a real record. */
function refusalOf({ value }: Pick<KafkaRecord, 'value'>): Refusal | undefined {
  return value?.length === 0 ? refusals.get(value.buffer) : undefined;
}

/**
 * Empty records in place of those that `packed` holds, all at the batch's last offset: kafkajs must
 * not take them for records before the fetched one and go on after the batch.
 *
 * @param packed as kafkajs cut it from the fetched bytes: the batch's header stands before it
 * @throws Refusal when there is no such header or it claims too many records
 */
export function standIns(packed: Buffer, refusal: Refusal): Buffer {
  const start = packed.byteOffset - HEADER_BYTES;
  const header = start < 0 ? null : Buffer.from(packed.buffer, start, HEADER_BYTES);
  const field = (name: keyof typeof BEFORE_RECORDS): number => HEADER_BYTES - BEFORE_RECORDS[name];
  const count = header?.readInt32BE(field('count')) ?? -1;
  if (header?.readInt8(field('magic')) !== MAGIC || count < 0 || count > RECORDS_AT_MOST) {
    // Of all errors kafkajs ends the consumer at once only for this name.
    refusal.name = 'KafkaJSNotImplemented';
    throw refusal;
  }
  const record = emptyRecord(header.readInt32BE(field('lastOffsetDelta')));
  const records = Buffer.alloc(count * record.length, record);
  refusals.set(records.buffer, refusal);
  return records;
}

/** Attributes 0, timestamp as the batch's, no key, an empty value, no headers; its size in front. */
function emptyRecord(offsetDelta: number): Buffer {
  const body = Buffer.from([0, 0, ...varint(2 * offsetDelta), 1, 0, 0]);
  return Buffer.from([...varint(2 * body.length), ...body]);
}

/** Groups of seven bits, lowest first. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return [...bytes, rest];
}
