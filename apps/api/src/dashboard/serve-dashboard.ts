import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const YEAR_MS = 365 * 86_400_000;

/** Serves the built page at `/`; without a build there is none, and `/` is not found. */
export async function serveDashboard(fastify: FastifyInstance, root: string): Promise<void> {
  const folder = resolve(root);
  if (!existsSync(folder)) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    // Files get their routes at start, so that nothing else under `/` is looked up on disk.
    wildcard: false,
    maxAge: YEAR_MS,
    immutable: true,
    // Names of the other files hold their content's hash.
    setHeaders: (reply, path) => {
      if (path.endsWith('.html')) void reply.header('cache-control', 'no-cache');
    },
  });
}
