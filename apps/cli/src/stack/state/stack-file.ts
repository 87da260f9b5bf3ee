import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { readJson, writeJson } from './json-file.js';

/** `.ledger-dev/stack.json`: where everything of the running stack is. Absent while none runs. */
export const StackFile = z.object({
  apiUrl: z.string(),
  /** The admin key stands in the fragment: a browser does not send it to the server. */
  dashboardUrl: z.string(),
  kafkaBrokers: z.string(),
  usageTopic: z.string(),
  /** As the owner of all tables. */
  databaseUrl: z.string(),
  adminKey: z.string(),
  /** Health and metrics of the roles that serve nothing else. */
  opsUrls: z.record(z.string(), z.string()),
  /** By role; `supervisor` is the process that `ledger down` ends. */
  pids: z.record(z.string(), z.number()),
});
export type StackFile = z.infer<typeof StackFile>;

export function stackFilePath(state: string): string {
  return join(state, 'stack.json');
}

/** The running stack's file; undefined when there is none or it is of another version. */
export function readStackFile(state: string): StackFile | undefined {
  return StackFile.safeParse(readJson(stackFilePath(state))).data;
}

export function writeStackFile(state: string, file: StackFile): void {
  writeJson(stackFilePath(state), file);
}

export function removeStackFile(state: string): void {
  rmSync(stackFilePath(state), { force: true });
}
