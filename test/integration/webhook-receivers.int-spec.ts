import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { AddressPolicy, newId, Sender } from '@app/webhooks';
import { sql } from '../support/index.js';
import { startWebhooks, type WebhookFixture } from './webhook-fixture.js';

const TOTAL_MS = 1_000;
const servers: Server[] = [];
const sender = new Sender(
  new AddressPolicy({ allowHttp: true, allowPrivateCidrs: '127.0.0.0/8' }),
  TOTAL_MS,
);

afterAll(async () => {
  await sender.close();
  for (const server of servers) server.close();
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const http = (answer: (response: ServerResponse) => void): Promise<string> =>
  listen(
    createHttpServer((request, response) => {
      request.resume().on('end', () => {
        answer(response);
      });
    }),
  );

/** A receiver that answers raw bytes to the first packet. */
const raw = (answer: (socket: Socket) => void): Promise<string> =>
  listen(
    createServer((socket) => {
      socket
        .on('error', () => undefined)
        .once('data', () => {
          answer(socket);
        });
    }),
  );

const send = (url: string) =>
  sender.send({ endpointId: url, url, headers: { 'x-test': '1' }, body: Buffer.from('{}') });

const everyTenth = (socket: Socket | ServerResponse, bytes: string): void => {
  const timer = setInterval(() => socket.write(bytes), TOTAL_MS / 10);
  socket.on('close', () => {
    clearInterval(timer);
  });
};

describe('a receiver that answers', () => {
  it.each([200, 201, 204])('%i has been told', async (status) => {
    const result = await send(await http((response) => response.writeHead(status).end()));
    expect(result).toMatchObject({ failure: null, status, address: '127.0.0.1' });
  });

  it('in HTTP/1.0 and closes has been told', async () => {
    const url = await raw((socket) => socket.end('HTTP/1.0 200 OK\r\n\r\nfine'));
    expect(await send(url)).toMatchObject({ failure: null, status: 200, responseBody: 'fine' });
  });

  it('200 and 10 MB has been told; 64 KiB of it are read and 8 KiB kept', async () => {
    let written = 0;
    const url = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10485760\r\n\r\n');
      const chunk = 'x'.repeat(16_384);
      const pump = (): void => {
        while (written < 10_485_760) {
          written += chunk.length;
          if (!socket.write(chunk)) return void socket.once('drain', pump);
        }
      };
      pump();
    });
    const result = await send(url);
    expect(result).toMatchObject({ failure: null, status: 200 });
    expect(result.responseBody).toBe('x'.repeat(8_192));
    expect(written).toBeLessThan(10_485_760);
  });

  it.each([
    [404, 'status'],
    [500, 'status'],
    [301, 'redirect'],
  ])('%i is told again: %s', async (status, failure) => {
    expect(await send(await http((response) => response.writeHead(status).end()))).toMatchObject({
      failure,
      status,
    });
  });

  it('301 is not followed', async () => {
    let hits = 0;
    const private_ = await http((response) => {
      hits += 1;
      response.end();
    });
    const url = await http((response) => response.writeHead(301, { location: private_ }).end());
    expect(await send(url)).toMatchObject({ failure: 'redirect' });
    expect(hits).toBe(0);
  });

  it('with dripping headers, or a dripping body, runs into the limit of the whole request', async () => {
    const headers = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      everyTenth(socket, 'x-drip: 1\r\n');
    });
    const body = await http((response) => {
      response.writeHead(200);
      everyTenth(response, '.');
    });
    const results = await Promise.all([send(headers), send(body)]);
    for (const result of results) {
      expect(result.failure).toBe('timeout');
      expect(result.durationMs).toBeGreaterThanOrEqual(TOTAL_MS - 20);
      expect(result.durationMs).toBeLessThan(2 * TOTAL_MS);
    }
  });

  it('and resets in mid-body has not been told', async () => {
    const url = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', () =>
        socket.resetAndDestroy(),
      );
    });
    expect(await send(url)).toMatchObject({ failure: 'reset', status: 200 });
  });

  it('without TLS where it was expected, not at all, or under no name, is named', async () => {
    const plain = await raw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await send(plain.replace('http:', 'https:'))).toMatchObject({ failure: 'tls' });
    expect(await send('http://127.0.0.1:1999/')).toMatchObject({
      failure: 'refused',
      status: null,
    });
    expect(await send('http://no-such-host.invalid/')).toMatchObject({ failure: 'dns' });
  });
});

describe('a receiver that asks for patience', () => {
  let webhooks: WebhookFixture;

  beforeAll(async () => {
    webhooks = await startWebhooks();
  }, 60_000);

  afterAll(async () => {
    await webhooks.close();
  });

  it.each([
    ['seconds', () => '600'],
    ['a date', () => new Date(Date.now() + 600_000).toUTCString()],
  ])('by Retry-After in %s is not asked earlier', async (_form, retryAfter) => {
    let asked = 0;
    const url = await http((response) => {
      asked += 1;
      if (asked === 1) response.writeHead(204).end();
      else response.writeHead(503, { 'retry-after': retryAfter() }).end();
    });
    await webhooks.activate({ url });
    const messageId = newId('msg');
    await webhooks.enqueue({ messageId });
    const pause = async (): Promise<number> => {
      const [row] = await sql<{ seconds: number }>(
        webhooks.database.url,
        `select extract(epoch from d.next_attempt_at - now())::float8 as seconds
         from ledger.webhook_delivery d join ledger.webhook_endpoint e using (endpoint_id)
         where d.message_id = $1 and e.url = $2 and d.state = 'pending' and d.attempts = 1`,
        [messageId, url],
      );
      return row?.seconds ?? 0;
    };
    await webhooks.drive('the pause is set', async () => (await pause()) > 0);
    const seconds = await pause();
    // A date has whole seconds only, and the clock has gone on since.
    expect(seconds).toBeGreaterThan(595);
    expect(seconds).toBeLessThanOrEqual(601);
  });
});
