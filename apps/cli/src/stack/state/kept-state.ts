import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { makeKeyId, makeKeyText } from '@app/access';
import { z } from 'zod';

import { newPassword } from '../database.js';
import { readJson, writeJson } from './json-file.js';

/** What stays the same from one run of a stack to the next. */
export const KeptState = z.object({
  adminKey: z.string(),
  /** `k1:<base64 of 32 bytes>`: what secrets in the database are encrypted with. */
  keyring: z.string(),
  rolePassword: z.string(),
  /** Ports of the run before, taken again when they are free. */
  ports: z.record(z.string(), z.number()),
});
export type KeptState = z.infer<typeof KeptState>;

/** Fresh secrets for a new stack. */
export function newState(environment: 'dev' | 'live' = 'dev'): KeptState {
  return {
    adminKey: makeKeyText(environment, makeKeyId()),
    keyring: `k1:${randomBytes(32).toString('base64')}`,
    rolePassword: newPassword(),
    ports: {},
  };
}

function path(state: string): string {
  return join(state, 'kept.json');
}

export function readKeptState(state: string): KeptState {
  return KeptState.safeParse(readJson(path(state))).data ?? newState();
}

export function writeKeptState(state: string, kept: KeptState): void {
  writeJson(path(state), kept);
}
