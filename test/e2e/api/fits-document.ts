import { readFileSync } from 'node:fs';
import { z } from 'zod';

interface Operation {
  readonly responses: Readonly<Record<string, { content?: Record<string, { schema: object }> }>>;
}

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};
const routes = Object.entries(document.paths).map(([path, operations]) => ({
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
  operations,
}));

/** JSON Schema keeps its named parts under `$defs`. */
function schemaFor(schema: object): z.ZodType {
  const whole = { ...schema, $defs: document.components.schemas };
  const text = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
}

const known = new Map<string, z.ZodType>();

/**
 * Holds an answer against the committed OpenAPI document.
 *
 * @throws Error naming what does not fit
 */
export function fitsDocument(
  method: string,
  url: string,
  answer: { status: number; type: string; body: unknown },
): void {
  const path = url.split('?')[0] ?? '';
  const operation = routes.find(({ pattern }) => pattern.test(path))?.operations[
    method.toLowerCase()
  ];
  const type = answer.type.split(';')[0] ?? '';
  if (operation === undefined || !type.endsWith('json') || type.includes('ndjson')) return;
  const response = operation.responses[String(answer.status)] ?? operation.responses.default;
  const schema = response?.content?.[type]?.schema;
  // A dry run is answered 200 instead of 201, and the unready health 503 in its own shape.
  if (schema === undefined) return;
  const key = JSON.stringify(schema);
  const wanted = known.get(key) ?? schemaFor(schema);
  known.set(key, wanted);
  const { error } = wanted.safeParse(answer.body);
  if (error !== undefined) {
    throw new Error(`${method} ${path} ${answer.status} does not fit: ${error.message}`);
  }
}
