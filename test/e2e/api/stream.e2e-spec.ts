import { type AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { until } from '../../support/index.js';
import { type ApiUnderTest, startApi } from './api-under-test.js';
import { contractBody } from './bodies.js';

const SOON = { deadlineMs: 10_000 };

let api: ApiUnderTest;
let origin: string;

beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
}, 60_000);

afterAll(() => api.close());

interface Listening {
  readonly status: number;
  text(): string;
  readonly ended: Promise<void>;
  stop(): void;
}

async function listen(path: string, headers: Record<string, string> = {}): Promise<Listening> {
  const abort = new AbortController();
  const answer = await fetch(`${origin}${path}`, {
    headers: { authorization: `Bearer ${api.adminKey}`, ...headers },
    signal: abort.signal,
  });
  let text = '';
  const read = async (): Promise<void> => {
    if (answer.body === null) return;
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) text += chunk;
  };
  const ended = read().catch(() => undefined);
  return {
    status: answer.status,
    text: () => text,
    ended,
    stop: () => {
      abort.abort();
    },
  };
}

describe('GET /v1/stream', () => {
  it('tells of a new commitment, with the position as the event id', async () => {
    const stream = await listen('/v1/stream?topics=positions');
    await until('the stream is open', () => stream.text().startsWith(': open\n\n'), SOON);
    await api.call('POST', '/v1/contracts', { body: contractBody('live') });
    const text = await until(
      'an event',
      () => /event: positions\n.*\n\n/.exec(stream.text())?.[0],
      SOON,
    );
    const data = JSON.parse(/data: (.*)/.exec(text)?.[1] ?? '') as Record<string, unknown>;
    expect(data.commitmentId).toBe('commitment-live');
    expect(stream.text()).toMatch(/id: \S+\nevent: positions\n/);
    stream.stop();
  });

  it('gives whoever comes later the present state, unless it is known', async () => {
    const fresh = await listen('/v1/stream');
    await until('the present state', () => fresh.text().includes('commitment-live'), SOON);
    const id = /id: (\S+)/.exec(fresh.text())?.[1] ?? '';
    const again = await listen('/v1/stream', { 'last-event-id': id });
    await until('the stream is open', () => again.text().startsWith(': open\n\n'), SOON);
    expect(again.text()).not.toContain('commitment-live');
    fresh.stop();
    again.stop();
  });

  it('refuses topics that are none', async () => {
    const { status, json } = await api.call('GET', '/v1/stream?topics=weather');
    expect([status, json.code]).toEqual([400, 'topic-unknown']);
  });
});

describe('on the wire', () => {
  /** Sends bytes and reads all that comes back until the connection ends. */
  function raw(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1');
      let text = '';
      socket.setEncoding('utf8');
      socket.on('data', (chunk: string) => (text += chunk));
      socket.on('close', () => {
        resolve(text);
      });
      socket.on('error', reject);
      socket.write(bytes);
    });
  }

  it('headers of more than 16 KiB are refused by a problem', async () => {
    const answer = await raw(`GET /v1/contracts HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({
      code: 'headers-too-large',
      status: 431,
    });
  });

  it('what is no HTTP is refused by a problem', async () => {
    const answer = await raw('HELLO\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"bad-request"');
  });
});

describe('closing the api', () => {
  it('ends the streams, so that nothing holds it up', async () => {
    const own = await startApi();
    await own.app.listen(0, '127.0.0.1');
    const { port } = own.app.getHttpServer().address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/v1/stream`, {
      headers: { authorization: `Bearer ${own.adminKey}` },
    });
    const body = answer.text();
    await own.close();
    await expect(body).resolves.toMatch(/^: open/);
  });
});
