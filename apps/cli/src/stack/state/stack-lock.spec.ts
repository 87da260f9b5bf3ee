import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { writeJson } from './json-file.js';
import { lockHolder, releaseLock, takeLock } from './stack-lock.js';

describe('lock of a state folder', () => {
  const state = mkdtempSync(join(tmpdir(), 'lock-'));
  afterEach(() => {
    rmSync(join(state, 'lock'), { force: true });
  });
  afterAll(() => {
    rmSync(state, { recursive: true });
  });

  it('is held by one process until it gives it up', async () => {
    expect(await takeLock(state)).toBeUndefined();
    expect(await lockHolder(state)).toBe(process.pid);
    expect(await takeLock(state)).toBe(process.pid);
    releaseLock(state);
    expect(await lockHolder(state)).toBeUndefined();
  });

  it('is free when its pid was given to another process since', async () => {
    writeJson(join(state, 'lock'), { pid: process.pid, began: 'Thu Jan  1 00:00:00 1970' });
    expect(await lockHolder(state)).toBeUndefined();
    expect(await takeLock(state)).toBeUndefined();
  });

  it('is not given up by another process', () => {
    writeJson(join(state, 'lock'), { pid: 1, began: '' });
    releaseLock(state);
    expect(() => {
      rmSync(join(state, 'lock'));
    }).not.toThrow();
  });
});
