/** How the records of one batch are packed. */
export interface Codec {
  readonly name: string;
  /** @throws CodecUnavailableError when only unpacking is possible here */
  compress(bytes: Buffer): Buffer | Promise<Buffer>;
  /**
   * @param limit most bytes that may come out
   * @throws RecordBatchTooLargeError as soon as more would come out
   */
  decompress(bytes: Buffer, limit: number): Buffer | Promise<Buffer>;
}

/** A record batch may grow to 64 MiB; a few kilobytes can hide many gigabytes. */
export const UNPACKED_BYTES_AT_MOST = 64 * 1024 * 1024;
