import { once } from 'node:events';
import { connect } from 'node:net';
import { brokers } from '../../support/index.js';

const PRODUCE = 0;
/** The first that may carry zstd. */
const VERSION = 7;

/**
 * Sends one record batch as it is: Produce request, all in-sync replicas. For a broker that leads
 * every partition itself.
 *
 * @throws Error when the broker refuses it
 */
export async function produceBatch(topic: string, partition: number, batch: Buffer): Promise<void> {
  const [host = '', port = ''] = (brokers()[0] ?? '').split(':');
  const socket = connect(Number(port), host);
  try {
    await once(socket, 'connect');
    const request = Buffer.concat([
      int16(PRODUCE),
      int16(VERSION),
      int32(1), // correlation
      text('spec'),
      int16(-1), // no transaction
      int16(-1), // acks
      int32(10_000),
      int32(1),
      text(topic),
      int32(1),
      int32(partition),
      int32(batch.length),
      batch,
    ]);
    socket.write(Buffer.concat([int32(request.length), request]));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    // Size, correlation, one topic with its name, one partition and its number; then the error.
    const code = answer.readInt16BE(4 + 4 + 4 + 2 + Buffer.byteLength(topic) + 4 + 4);
    if (code !== 0) throw new Error(`the broker refused the batch: error ${code}`);
  } finally {
    socket.destroy();
  }
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function text(value: string): Buffer {
  return Buffer.concat([int16(Buffer.byteLength(value)), Buffer.from(value)]);
}
