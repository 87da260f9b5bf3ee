// Neither library brings types; declared is what is used.

declare module 'snappyjs' {
  const snappy: {
    compress(bytes: Buffer): Buffer;
    /** @throws Error when the block is not well-formed */
    uncompress(bytes: Buffer): Buffer;
  };
  export default snappy;
}

declare module 'lz4js' {
  const lz4: {
    /** Most bytes that packing so many can give. */
    compressBound(sizeBytes: number): number;
    /** @returns bytes written to `target`; 0 when nothing can be saved */
    compressBlock(
      source: Uint8Array,
      target: Uint8Array,
      start: number,
      sizeBytes: number,
      hashTable: Uint32Array,
    ): number;
    /** @returns where writing to `target` ended; more than its length when it was too small */
    decompressBlock(
      source: Uint8Array,
      target: Uint8Array,
      start: number,
      sizeBytes: number,
      targetStart: number,
    ): number;
  };
  export default lz4;
}
