#!/usr/bin/env node
// The `ledger` command. Plain JavaScript without dependencies, so that it runs on a fresh clone:
// installs and builds when that is due, then hands over to the built CLI in the same process.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { prepare } from './prepare.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node.js 20.19 or newer is needed; this is ${process.versions.node}\n`);
  process.exit(1);
}
const project = dirname(dirname(fileURLToPath(import.meta.url)));
await prepare(project);
await import(pathToFileURL(join(project, 'dist', 'apps', 'cli', 'src', 'main.js')).href);
