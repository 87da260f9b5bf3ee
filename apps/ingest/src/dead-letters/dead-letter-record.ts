import type { OutgoingRecord } from '@app/kafka';
import { parseDetail, type StoredQuarantine } from '@app/usage-ledger';

/** Where the record that held the event came from. */
export interface Origin {
  readonly topic: string;
  readonly partition: number;
  /** Kafka's record timestamp, ms since 1970. */
  readonly timestampMs: number;
}

/** Codes that the ledger itself gives to a well-formed event. */
const IDENTITY_CODES = new Set(['conflict', 'sequence-fragmented']);

/** Below a broker's default limit; the whole stands in the quarantine table. */
const VALUE_BYTES_AT_MOST = 900_000;

/** A quarantined event as the dead-letter topic carries it: its bytes untouched, the why in headers. */
export function deadLetterRecord(row: StoredQuarantine, origin: Origin): OutgoingRecord {
  const { message, source } = parseDetail(row.detail);
  const traceparent = traceparentOf(row.raw);
  return {
    key: source ?? null,
    value: row.raw.subarray(0, VALUE_BYTES_AT_MOST),
    headers: {
      'ledger-error-code': row.code,
      'ledger-error-message': message,
      'ledger-error-stage': IDENTITY_CODES.has(row.code) ? 'identity' : 'decode',
      'ledger-original-topic': origin.topic,
      'ledger-original-partition': String(origin.partition),
      'ledger-original-offset': row.offset.toString(),
      'ledger-original-timestamp': String(origin.timestampMs),
      ...(row.raw.length > VALUE_BYTES_AT_MOST
        ? { 'ledger-original-bytes': String(row.raw.length) }
        : {}),
      ...(traceparent === undefined ? {} : { traceparent }),
    },
  };
}

function traceparentOf(raw: Buffer): string | undefined {
  try {
    const event = JSON.parse(raw.toString('utf8')) as { traceparent?: unknown } | null;
    return typeof event?.traceparent === 'string' ? event.traceparent : undefined;
  } catch {
    return undefined; // bytes that cannot be read carry no trace
  }
}
