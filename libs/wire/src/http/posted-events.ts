import { splitArray } from '../events/split-array.js';
import { BATCH_CONTENT_TYPE } from '../events/usage-event.js';

/** What one request may carry: more than a record may, so that clients need not count bytes. */
export const POSTED_EVENTS = 5_000;
export const POSTED_BYTES = 5 * 1024 * 1024;

/** The bytes of each posted event, untouched; undefined when a batch is not one JSON array. */
export function splitPostedEvents(contentType: string, body: Buffer): Buffer[] | undefined {
  return contentType === BATCH_CONTENT_TYPE ? splitArray(body) : [body];
}
