import { USAGE_SCHEMA_FILE } from '../usage-event.js';
import { asyncApi } from './asyncapi.js';
import { BATCH_SCHEMA_FILE, usageBatchSchema, usageEventSchema } from './json-schema.js';
import { toYaml } from './yaml.js';

/** The published documents of the usage contract: path from the root of the project, and text. */
export function eventDocuments(): ReadonlyMap<string, string> {
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    [`docs/events/${USAGE_SCHEMA_FILE}`, json(usageEventSchema())],
    [`docs/events/${BATCH_SCHEMA_FILE}`, json(usageBatchSchema())],
    ['docs/asyncapi.yaml', toYaml(asyncApi())],
  ]);
}
