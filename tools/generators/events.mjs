/* Writes docs/events and docs/asyncapi.yaml from the schema of usage events in the built project. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const { eventDocuments } = await import(
  new URL('../../dist/libs/wire/src/events/index.js', import.meta.url)
);

for (const [path, text] of eventDocuments()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
