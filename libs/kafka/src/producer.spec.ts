import { createServer, type Server } from 'node:net';
import { createProducer } from './producer.js';

const RECORD = { key: null, value: 'x' };

describe('producer whose broker is away', () => {
  let silent: Server;

  beforeAll(async () => {
    // Takes connections and answers nothing.
    silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => {
    silent.close();
  });

  const silentBroker = (): string => {
    const address = silent.address();
    return typeof address === 'object' ? `127.0.0.1:${address?.port ?? 0}` : '';
  };

  it.each([
    ['refuses connections', () => '127.0.0.1:1'],
    ['does not answer', silentBroker],
  ])('closes at once when it %s, refusing what waits', async (_, broker) => {
    const producer = createProducer({ brokers: [broker()], clientId: 'spec' });
    const outcome = producer.send('t', [RECORD]).catch((error: unknown) => error);
    const start = performance.now();
    await producer.close();
    expect(await outcome).toMatchObject({ code: 'kafka-unavailable' });
    expect(performance.now() - start).toBeLessThan(500);
    await expect(producer.send('t', [RECORD])).rejects.toThrow('closed');
  });
});
