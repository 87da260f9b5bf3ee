import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Health } from './health.js';

export interface OpsServerOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  readonly health: Health;
  readonly registry: Registry;
}

export interface OpsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** `/livez`, `/readyz`, `/startupz` and `/metrics` of a role that serves nothing else. */
export async function startOpsServer(options: OpsServerOptions): Promise<OpsServer> {
  const server = createServer((request, response) => {
    void answer(options, request.url ?? '/').then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

async function answer({ health, registry }: OpsServerOptions, url: string): Promise<Answer> {
  const json = (ok: boolean, body: unknown): Answer => ({
    status: ok ? 200 : 503,
    type: 'application/json',
    body: JSON.stringify(body),
  });
  switch (url.replace(/\?.*/, '')) {
    case '/livez':
      return json(true, { status: 'ok' });
    case '/startupz':
      return json(health.started, health.report());
    case '/readyz':
      return json(health.ready, health.report());
    case '/metrics':
      return { status: 200, type: registry.contentType, body: await registry.metrics() };
    default:
      return { status: 404, type: 'text/plain', body: 'not found\n' };
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
