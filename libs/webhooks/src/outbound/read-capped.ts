import { type Readable } from 'node:stream';

/** Of a receiver's answer at most this much is read … */
export const READ_BYTES = 64 * 1024;
/** … and this much of it kept in the log. */
export const KEEP_BYTES = 8 * 1024;

/** Reads a body to its end or to the cap, whichever comes first; answers what is kept of it. */
export async function readCapped(body: Readable): Promise<string> {
  const kept: Buffer[] = [];
  let read = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    if (read < KEEP_BYTES) kept.push(chunk.subarray(0, KEEP_BYTES - read));
    read += chunk.length;
    // Leaving the loop destroys the stream: the rest is neither read nor waited for.
    if (read >= READ_BYTES) break;
  }
  return Buffer.concat(kept).toString('utf8').replaceAll('\u0000', '');
}
