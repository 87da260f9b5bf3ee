/* Writes what the HTTP API says about itself: the OpenAPI document, the client's types, the problems. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

const BUILT = new URL('../../dist/apps/api/src/openapi/generated-files.js', import.meta.url);

if (!existsSync(BUILT)) {
  throw new Error('dist is missing or older than this generator: run npm run build first');
}
const { generatedFiles } = await import(BUILT.href);
for (const [path, text] of Object.entries(await generatedFiles())) {
  mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
  writeFileSync(path, text);
}
