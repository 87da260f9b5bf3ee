import { createConnection } from 'node:net';

const API_VERSIONS = 18;
const METADATA = 3;
const ANSWER_TIMEOUT_MS = 2_000;

/** A request without body fields of variable form: header version 1, client id `probe`. */
function request(apiKey: number, apiVersion: number, body: Buffer): Buffer {
  const clientId = Buffer.from('probe');
  const head = Buffer.alloc(4 + 2 + 2 + 4 + 2);
  head.writeInt32BE(head.length - 4 + clientId.length + body.length, 0);
  head.writeInt16BE(apiKey, 4);
  head.writeInt16BE(apiVersion, 6);
  head.writeInt32BE(apiKey, 8);
  head.writeInt16BE(clientId.length, 12);
  return Buffer.concat([head, clientId, body]);
}

/** Sends one request and answers the payload behind the correlation id. */
function ask(host: string, port: number, frame: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port });
    let received = Buffer.alloc(0);
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => {
      socket.destroy(new Error(`${host}:${port} does not answer`));
    });
    socket.once('error', reject);
    socket.once('connect', () => socket.write(frame));
    socket.once('close', () => {
      reject(new Error(`${host}:${port} closed the connection`));
    });
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 8 || received.length < 4 + received.readInt32BE(0)) return;
      resolve(received.subarray(8));
      socket.destroy();
    });
  });
}

/** Controller id of a Metadata v1 answer; -1 while the cluster has none. */
function controllerOf(answer: Buffer): number {
  let at = 4;
  for (let left = answer.readInt32BE(0); left > 0; left -= 1) {
    at += 4;
    at += 2 + answer.readInt16BE(at);
    at += 4;
    const rack = answer.readInt16BE(at);
    at += 2 + Math.max(rack, 0);
  }
  return answer.readInt32BE(at);
}

/**
 * Whether the broker serves: it speaks ApiVersions and knows a controller. An open port alone comes
 * seconds earlier. The two oldest request forms are used, which Kafka 4 still reads.
 *
 * @throws Error when nobody listens or answers
 */
export async function brokerServes(host: string, port: number): Promise<boolean> {
  const versions = await ask(host, port, request(API_VERSIONS, 0, Buffer.alloc(0)));
  if (versions.readInt16BE(0) !== 0) return false;
  const metadata = await ask(host, port, request(METADATA, 1, Buffer.from([0, 0, 0, 0])));
  return controllerOf(metadata) >= 0;
}
