import { readFileSync } from 'node:fs';

import { StackError } from '../stack-error.js';

const TAIL_CHARS = 3_000;

export function logTail(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(-TAIL_CHARS).trim();
  } catch {
    // A process that died before its first word has no log.
    return '';
  }
}

/** Says why a process did not start, as far as the end of its log tells. */
export function startFailure(name: string, log: string, logFile: string): StackError {
  const quoted = log === '' ? '' : `; the end of its log (${logFile}):\n${log}`;
  if (/No space left on device|ENOSPC|could not (extend|write) file/i.test(log)) {
    return new StackError('disk-full', `${name} did not start: the disk is full${quoted}`, [
      'free some space (the stack wants 1 GB), or run `ledger reset` to forget its data',
    ]);
  }
  if (/Address (already )?in use|EADDRINUSE/i.test(log)) {
    return new StackError('port-taken', `${name} did not start: its port is taken${quoted}`, [
      'run this again: another free port is picked',
    ]);
  }
  return new StackError('did-not-start', `${name} did not start${quoted}`, [
    '`ledger doctor` looks for what is missing; `ledger reset` forgets the data',
  ]);
}
