import { BATCH_CONTENT_TYPE, STRUCTURED_CONTENT_TYPE } from '@app/wire';

/** One Kafka record of an exporter stream: the key keeps the stream on one shard. */
export interface ExporterRecord {
  readonly key: string;
  readonly value: string;
  readonly headers: { readonly 'content-type': string };
}

/**
 * Delivers records, resolving when the broker has confirmed all of them. A refusal means that the
 * outcome is unknown: the same records come again.
 */
export type SendRecords = (records: readonly ExporterRecord[]) => Promise<void>;

/** Kept below the topic's limit of 1 MiB a record, with room for what a broker adds. */
const RECORD_BYTES = 1_000_000;

/** Packs events (JSON texts) in order: arrays of at most `perRecord` events, or one by one. */
export function packRecords(
  source: string,
  events: readonly string[],
  perRecord: number,
): ExporterRecord[] {
  if (perRecord === 1) return events.map((value) => record(source, value, STRUCTURED_CONTENT_TYPE));
  const records: ExporterRecord[] = [];
  let batch: string[] = [];
  let bytes = 2;
  const close = (): void => {
    if (batch.length > 0) records.push(record(source, `[${batch.join(',')}]`, BATCH_CONTENT_TYPE));
    batch = [];
    bytes = 2;
  };
  for (const event of events) {
    const size = Buffer.byteLength(event) + 1;
    if (batch.length === perRecord || bytes + size > RECORD_BYTES) close();
    batch.push(event);
    bytes += size;
  }
  close();
  return records;
}

function record(key: string, value: string, contentType: string): ExporterRecord {
  return { key, value, headers: { 'content-type': contentType } };
}
