/* Writes every generated, committed file: runs each generator of tools/generators, in order of name. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('generators/', import.meta.url);

for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith('.mjs')) continue;
  process.stdout.write(`${name}\n`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(name, folder))], {
    stdio: 'inherit',
    cwd: fileURLToPath(new URL('../', import.meta.url)),
  });
  if (status !== 0) process.exit(status ?? 1);
}
