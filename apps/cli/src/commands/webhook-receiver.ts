import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { verifyWebhook, WebhookUnverifiedError } from '@app/webhooks';
import { type Received } from './webhook-print.js';

const MOST_BYTES = 64 * 1024;
const KEPT_IDS = 10_000;

export interface ReceiverOptions {
  readonly port: number;
  /** The first request may come before the answer of the registration. */
  readonly secret: Promise<string>;
  readonly onMessage: (message: Received) => void;
  readonly onRefused: (why: string) => void;
}

/**
 * A receiver as receivers should be: verify the raw bytes, answer 2xx at once, then work, and drop
 * ids that were seen before.
 */
export async function startWebhookReceiver(
  options: ReceiverOptions,
): Promise<{ url: string; close(): void }> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    receive(request, options, seen).then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function receive(
  request: IncomingMessage,
  { secret, onMessage, onRefused }: ReceiverOptions,
  seen: Set<string>,
): Promise<number> {
  const rawBody = await readBody(request);
  if (rawBody === null) return 413;
  try {
    const { headers } = request;
    const id = verifyWebhook({ headers, rawBody, keys: [await secret], now: new Date() });
    const repeated = seen.has(id);
    remember(seen, id);
    onMessage({ id, body: rawBody.toString('utf8'), repeated });
    return 204;
  } catch (error) {
    if (!(error instanceof WebhookUnverifiedError)) throw error;
    onRefused(error.message);
    return 400;
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function remember(seen: Set<string>, id: string): void {
  seen.add(id);
  const [oldest] = seen;
  if (seen.size > KEPT_IDS && oldest !== undefined) seen.delete(oldest);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
}
