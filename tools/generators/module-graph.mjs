/* Draws the rooms and their imports into ARCHITECTURE.md, from the code as it is. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'ARCHITECTURE.md';
const GRAPH = /(<!-- module graph: generated -->\n)[\s\S]*?(<!-- end -->)/;

const drawn = execFileSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'apps',
    'libs',
    '--output-type',
    'mermaid',
    '--collapse',
    '^(apps|libs)/[^/]+',
    '--include-only',
    '^(apps|libs)',
  ],
  { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
);
const page = readFileSync(PAGE, 'utf8');
if (!GRAPH.test(page)) throw new Error(`${PAGE} has no place for the module graph`);
writeFileSync(
  PAGE,
  page.replace(
    GRAPH,
    (_, begin, end) => `${begin}\n\`\`\`mermaid\n${drawn.trim()}\n\`\`\`\n\n${end}`,
  ),
);
