import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError, readConfig } from './read-config.js';

const Schema = z.object({
  DATABASE_URL: z.string().min(1),
  API_PORT: z.coerce.number().int().min(1).default(8080),
  SECRET: z.string().optional(),
});

describe('readConfig', () => {
  it('applies defaults and treats an empty variable as absent', () => {
    expect(readConfig(Schema, { DATABASE_URL: 'postgres://x', API_PORT: '' })).toEqual({
      DATABASE_URL: 'postgres://x',
      API_PORT: 8080,
    });
  });

  it('names all faults at once', () => {
    const read = (): unknown =>
      readConfig(Schema, { API_PORT: '0', SECRET_FILE: '/does/not/exist' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/SECRET_FILE[\s\S]*DATABASE_URL[\s\S]*API_PORT/);
  });

  it('reads a secret from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'config-'));
    try {
      writeFileSync(join(folder, 'secret'), 'hush\n');
      const config = readConfig(Schema, {
        DATABASE_URL: 'x',
        SECRET_FILE: join(folder, 'secret'),
      });
      expect(config.SECRET).toBe('hush');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
