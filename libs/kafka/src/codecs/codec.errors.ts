/** Unpacked, the batch would be larger than any honest one: it stays unread. */
export class RecordBatchTooLargeError extends Error {
  readonly code = 'record-batch-too-large';

  constructor(codec: string, limit: number, options?: ErrorOptions) {
    super(`a ${codec} record batch grows beyond ${limit} bytes`, options);
  }
}

/** The bytes are not what their codec says. */
export class RecordBatchUnreadableError extends Error {
  readonly code = 'record-batch-unreadable';

  constructor(codec: string, detail: string, options?: ErrorOptions) {
    super(`a ${codec} record batch cannot be unpacked: ${detail}`, options);
  }
}

/** This Node.js can read what the codec packs, but not pack by itself. */
export class CodecUnavailableError extends Error {
  readonly code = 'codec-unavailable';
}

/** Why a record batch was not read. */
export type Refusal = RecordBatchTooLargeError | RecordBatchUnreadableError;
