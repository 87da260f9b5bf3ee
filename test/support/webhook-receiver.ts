import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';

import { freePort } from '../../apps/cli/src/stack/free-port.js';
import { until } from './until.js';

/** One request as it arrived: the bytes that the signature covers, and the headers. */
export interface Delivery {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** What this receiver answered. */
  readonly status: number;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly deliveries: readonly Delivery[];
  /** Decides the answer from now on; 204 until then. The number of requests before it is passed. */
  answer(decide: (delivery: Omit<Delivery, 'status'>, before: number) => number): void;
  /** Waits for the first delivery (from `from` on) that fits. */
  next(fits: (delivery: Delivery) => boolean, deadlineMs?: number): Promise<Delivery>;
  close(): Promise<void>;
}

/** A real HTTP server on the loopback that keeps every request it gets. */
export async function startReceiver(): Promise<WebhookReceiver> {
  const deliveries: Delivery[] = [];
  let decide: (delivery: Omit<Delivery, 'status'>, before: number) => number = () => 204;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const seen = { path: request.url ?? '/', headers: request.headers, body };
      const status = decide(seen, deliveries.length);
      deliveries.push({ ...seen, status });
      response.writeHead(status).end();
    });
  });
  const wanted = await freePort();
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    deliveries,
    answer(next) {
      decide = next;
    },
    next: (fits, deadlineMs = 20_000) =>
      until('a webhook delivery that fits', () => deliveries.find(fits), { deadlineMs }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
