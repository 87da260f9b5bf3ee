import { z } from 'zod';

interface Converted {
  readonly schema: Record<string, unknown>;
  readonly components: Record<string, Record<string, unknown>>;
}

/** A Zod schema as OpenAPI 3.1 wants it: JSON Schema 2020-12, named parts as components. */
export function convertSchema(
  schema: unknown,
  { schemaType }: { readonly schemaType: 'input' | 'output' },
): Converted | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const converted = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: schemaType,
    // A whole number in a query is digits to the schema and an integer to the reader.
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'integer') delete jsonSchema.pattern;
    },
  });
  const { $defs = {}, ...whole } = withComponents(converted);
  const rest = without(whole, '$schema');
  const components = Object.fromEntries(
    Object.entries($defs).map(([name, part]) => [name, without(part, 'id')]),
  );
  const { id } = rest;
  // The schema itself becomes a component when it has a name.
  if (typeof id !== 'string') return { schema: rest, components };
  return {
    schema: { $ref: `#/components/schemas/${id}` },
    components: { ...components, [id]: without(rest, 'id') },
  };
}

function without(part: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(part).filter(([key]) => key !== name));
}

/** Named parts stand among the components of the whole document. */
function withComponents<T>(schema: T): T {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as T;
}
