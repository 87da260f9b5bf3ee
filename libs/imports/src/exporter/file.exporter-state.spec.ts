import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExporterStateInvalidError, FileExporterState } from './file.exporter-state.js';

describe('FileExporterState', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'exporter-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('has nothing before the first save', async () => {
    expect(await new FileExporterState(join(folder, 'none.json')).load()).toBeUndefined();
  });

  it('gives back what was saved last, in a folder that it makes', async () => {
    const path = join(folder, 'deep', 'state.json');
    const memory = {
      source: 's',
      epoch: '18446744073709551615',
      nextSequence: '2',
      pending: ['{}'],
      cursor: 'c',
    };
    await new FileExporterState(path).save({ ...memory, nextSequence: '1' });
    await new FileExporterState(path).save(memory);
    expect(await new FileExporterState(path).load()).toEqual(memory);
    expect(await readdir(join(folder, 'deep'))).toEqual(['state.json']);
  });

  it.each([
    '',
    '{',
    '{"source":"s"}',
    '{"source":"s","epoch":"x","nextSequence":"0","pending":[]}',
  ])('refuses a file that holds %j', async (content) => {
    const path = join(folder, 'bad.json');
    await writeFile(path, content);
    await expect(new FileExporterState(path).load()).rejects.toThrow(ExporterStateInvalidError);
  });
});
