/*
 * 'commitment ' 7,000 times, packed by others: Kafka's Java client 4.4 as its producer packs records,
 * and the reference tools lz4 1.9 and zstd 1.5.
 */
export const PLAIN = Buffer.from('commitment '.repeat(7_000));

const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** By Java. */
export const GZIP = bytes(
  'H4sIAAAAAAAA/+3GoREAIAwEsFXYrYdAPJjuf90ClajUS05n316lqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqvqrA7Qa83HILAEA',
);

/** Snappy in three blocks of at most 32 KiB, by Java. */
export const XERIAL = bytes(
  'glNOQVBQWQAAAAABAAAAAQAABg+AgAIoY29tbWl0bWVudCD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwD+CwDSCwAAAAYPgIACKCBjb21taXRtZW50/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA0gsAAAACJ8hZKHQgY29tbWl0bWVu/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA/gsA8gsA',
);

/** By Java. */
export const LZ4 = bytes(
  'BCJNGGBAghUBAAC/Y29tbWl0bWVudCALAP/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////dUGl0bWVuQQAAAL90IGNvbW1pdG1lbgsA///////////////////////////////////////////////////////////RUG1lbnQgAAAAAA==',
);

/** Content size, a checksum after each block, independent blocks of 64 KiB: `lz4 -BX -BI -B4 --content-size`. */
export const LZ4_CHECKED = bytes(
  'BCJNGHRAvRUBAAC/Y29tbWl0bWVudCALAP/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////dUGl0bWVuJU2ZXEEAAAC/dCBjb21taXRtZW4LAP//////////////////////////////////////////////////////////0VBtZW50IOeUB5sAAAAA7ju31A==',
);

/** Blocks that look back into those before: `lz4 -BD -B4`. */
export const LZ4_LINKED = bytes(
  'BCJNGERAXhUBAAC/Y29tbWl0bWVudCALAP/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////dUGl0bWVuNgAAAA/3////////////////////////////////////////////////////////////3FBtZW50IAAAAADuO7fU',
);

/** The text 'incompressible!' in a block that is not packed: `lz4`. */
export const LZ4_STORED = bytes('BCJNGGRApw8AAIBpbmNvbXByZXNzaWJsZSEAAAAAA3JXfQ==');

/** Without its size in front, by Java. */
export const ZSTD = bytes('KLUv/QBYnAAAWGNvbW1pdG1lbnQgAQC6LM6LFwEAAA==');

/** With its size in front: `zstd`. */
export const ZSTD_SIZED = bytes('KLUv/aTILAEAnQAAWGNvbW1pdG1lbnQgAQC6LM6LF1a02iM=');
