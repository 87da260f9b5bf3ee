/** A dictionary row that a segment adds; `attrs` is canonical JSON. */
export type DictionaryRow =
  | { readonly kind: 'source'; readonly no: number; readonly uri: string }
  | {
      readonly kind: 'series';
      readonly no: number;
      readonly digest: Buffer;
      readonly attrs: string;
    };

export interface QuarantineRow {
  readonly offset: bigint;
  /** Which event of the record, from 0. */
  readonly ord: number;
  readonly code: string;
  /** ASCII. */
  readonly detail: string;
  readonly raw: Buffer;
}

/** Sources first, then series, each with its number: what the chain commits to. */
export function dictionaryBytes(rows: readonly DictionaryRow[]): Buffer {
  return Buffer.concat(
    rows.flatMap((row) =>
      row.kind === 'source'
        ? [Uint8Array.of(0), uint32(row.no), ...sized(Buffer.from(row.uri))]
        : [Uint8Array.of(1), uint32(row.no), row.digest, ...sized(Buffer.from(row.attrs))],
    ),
  );
}

/** In line order, from line 1. */
export function quarantineBytes(rows: readonly QuarantineRow[]): Buffer {
  return Buffer.concat(
    rows.flatMap(({ offset, ord, code, detail, raw }, i) => {
      const numbers = Buffer.alloc(16);
      numbers.writeUInt32BE(i + 1, 0);
      numbers.writeBigUInt64BE(offset, 4);
      numbers.writeUInt32BE(ord, 12);
      return [numbers, ...sized(Buffer.from(code)), ...sized(Buffer.from(detail)), ...sized(raw)];
    }),
  );
}

function sized(bytes: Buffer): Buffer[] {
  return [uint32(bytes.length), bytes];
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
