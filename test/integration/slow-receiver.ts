import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** A receiver that answers only when it is told to, and knows what waits for an answer. */
export async function startSlowReceiver() {
  const waiting: { id: string; response: ServerResponse }[] = [];
  let most = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const id = String(request.headers['webhook-id']);
      waiting.push({ id, response });
      most = Math.max(most, waiting.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    waiting,
    most: () => most,
    answer(status: number): void {
      waiting.shift()?.response.writeHead(status).end();
    },
    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}
