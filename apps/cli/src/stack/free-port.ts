import { createServer } from 'node:net';

/**
 * Listening ports are chosen below the ephemeral range (from 32768 on Linux): a readiness poll that
 * dials an ephemeral port can be given that very port as its own and connect to itself.
 */
export const PORT_START = 20_000;
export const PORT_END = 32_768;

/** True when nothing listens on the port of this loopback address. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen({ port, host, exclusive: true }, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

/** Ports handed out by this process, so that two launchers in it never pick the same one. */
const handedOut = new Set<number>();

/**
 * A free port in [PORT_START, PORT_END): the preferred one if it is free, else the first free one
 * from a starting point that differs by process.
 */
export async function freePort(
  preferred?: number,
  free: (port: number) => Promise<boolean> = isFree,
): Promise<number> {
  const span = PORT_END - PORT_START;
  const first = (process.pid * 37) % span;
  const candidates = preferred === undefined ? [] : [preferred];
  for (let step = 0; step < span; step += 1) {
    candidates.push(PORT_START + ((first + step) % span));
    const candidate = candidates.shift();
    if (candidate === undefined || handedOut.has(candidate)) continue;
    handedOut.add(candidate);
    if (await free(candidate)) return candidate;
    handedOut.delete(candidate);
  }
  throw new Error(`no free port between ${PORT_START} and ${PORT_END}`);
}
