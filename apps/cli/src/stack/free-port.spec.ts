import { createServer } from 'node:net';

import { freePort, isFree, PORT_END, PORT_START } from './free-port.js';

describe('freePort', () => {
  it('takes the preferred port when it is free', async () => {
    expect(await freePort(4711, (port) => Promise.resolve(port === 4711))).toBe(4711);
  });

  it('stays below the ephemeral range when the preferred port is taken', async () => {
    const port = await freePort(50_000, (candidate) => Promise.resolve(candidate !== 50_000));
    expect(port).toBeGreaterThanOrEqual(PORT_START);
    expect(port).toBeLessThan(PORT_END);
  });

  it('never hands a port out twice', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()));
    expect(new Set(ports).size).toBe(50);
  });

  it('says so when every port is taken', async () => {
    await expect(freePort(undefined, () => Promise.resolve(false))).rejects.toThrow('no free port');
  });
});

describe('isFree', () => {
  it('sees a listener of another server', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const whileTaken = await isFree(port);
    await new Promise((resolve) => server.close(resolve));
    expect([whileTaken, await isFree(port)]).toEqual([false, true]);
  });
});
