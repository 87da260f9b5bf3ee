import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { faultsOfJars } from './verify-jars.js';

describe('jars on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jars-'));
  // SHA-256 of the three bytes "abc", from FIPS 180-2.
  const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  const jar = { artifact: 'a', version: '1', sha256, sizeBytes: 3 };

  afterEach(() => {
    rmSync(join(folder, 'a-1.jar'), { force: true });
    rmSync(join(folder, 'b-2.jar'), { force: true });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are fine as pinned', async () => {
    writeFileSync(join(folder, 'a-1.jar'), 'abc');
    expect(await faultsOfJars(folder, [jar])).toEqual([]);
  });

  it('are refused when a byte differs', async () => {
    writeFileSync(join(folder, 'a-1.jar'), 'abd');
    expect(await faultsOfJars(folder, [jar])).toEqual(['a-1.jar has another SHA-256']);
  });

  it('are refused when one is missing or was never pinned', async () => {
    writeFileSync(join(folder, 'b-2.jar'), 'abc');
    expect(await faultsOfJars(folder, [jar])).toEqual([
      'a-1.jar is missing',
      'b-2.jar is not pinned',
    ]);
  });

  it('are missing when there is no folder', async () => {
    expect(await faultsOfJars(join(folder, 'none'), [jar])).toEqual(['a-1.jar is missing']);
  });
});
