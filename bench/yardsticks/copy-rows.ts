import type { CorpusEvent } from '../corpus.js';

const SIGNATURE = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);
const EPOCH_2000_MS = Date.UTC(2000, 0, 1);

export const COPY_TABLE = `create table raw_usage (source text not null, id text not null, sequence bigint not null,
  start_at timestamptz not null, series int not null, quantity numeric(38,18) not null)`;
export const COPY_STATEMENT =
  'copy raw_usage (source, id, sequence, start_at, series, quantity) from stdin (format binary)';

/** The events as PostgreSQL's binary COPY format, header and trailer included. */
export function encodeRows(events: readonly CorpusEvent[]): Buffer {
  return Buffer.concat([SIGNATURE, ...events.map(encodeRow), TRAILER]);
}

function encodeRow(event: CorpusEvent): Buffer {
  const source = Buffer.from(event.source);
  const id = Buffer.from(event.id);
  const quantity = encodeInteger(event.quantity);
  const row = Buffer.alloc(2 + 6 * 4 + source.length + id.length + 8 + 8 + 4 + quantity.length);
  let at = row.writeInt16BE(6, 0);
  const put = (field: Buffer): void => {
    at = row.writeInt32BE(field.length, at);
    at += field.copy(row, at);
  };
  put(source);
  put(id);
  at = row.writeInt32BE(8, at);
  at = row.writeBigInt64BE(BigInt(event.sequence), at);
  at = row.writeInt32BE(8, at);
  at = row.writeBigInt64BE(BigInt(event.startMs - EPOCH_2000_MS) * 1_000n, at);
  at = row.writeInt32BE(4, at);
  at = row.writeInt32BE(event.seriesNo, at);
  put(quantity);
  return row;
}

/** `numeric` on the wire: digit count, weight, sign, scale, then base-10,000 digits. */
function encodeInteger(value: number): Buffer {
  const digits: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10_000)) digits.unshift(rest % 10_000);
  const buffer = Buffer.alloc(8 + digits.length * 2);
  buffer.writeInt16BE(digits.length, 0);
  buffer.writeInt16BE(digits.length - 1, 2);
  digits.forEach((digit, index) => buffer.writeInt16BE(digit, 8 + index * 2));
  return buffer;
}
