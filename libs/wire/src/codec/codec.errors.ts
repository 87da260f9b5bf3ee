/** Bytes that are not what this codec writes: the reader stops and guesses nothing. */
export class CodecError extends Error {
  readonly code = 'encoding-unreadable';
}
