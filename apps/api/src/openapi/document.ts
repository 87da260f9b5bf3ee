import { Problem, WebhookMessage } from '@app/wire';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { PROBLEMS } from '../problem-details/problems.js';
import { convertSchema } from './schema-converter.js';
import { WEBHOOKS } from './webhooks.js';

const DESCRIPTION =
  "The buyer's ledger of a cloud spend commitment. Money is a decimal string; ends of ranges are " +
  'exclusive; every refusal is RFC 9457 problem details.';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The OpenAPI 3.1 document of the routes as they are in the code, and of the webhooks. */
export function createDocument(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Commitment Ledger')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' })
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    standardSchemaConverter: convertSchema,
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').replace(/^./, (c) => c.toLowerCase())}_${method}`,
  });
  const schemas = { ...document.components?.schemas, ...namedSchemas() };
  return {
    ...document,
    webhooks: WEBHOOKS,
    components: { ...document.components, schemas: sortedByName(schemas) },
  };
}

/** Schemas that no route names: of refusals, and of what is sent out. */
function namedSchemas(): Schemas {
  const parts = [Problem, WebhookMessage].map(
    (schema) => convertSchema(schema, { schemaType: 'output' })?.components,
  );
  const codes = { type: 'string', enum: Object.keys(PROBLEMS) };
  const schemas = Object.assign({}, ...parts, { ProblemCode: codes }) as Schemas;
  const { properties } = schemas.Problem as { properties: Record<string, unknown> };
  properties.code = { $ref: '#/components/schemas/ProblemCode' };
  return schemas;
}

function sortedByName<T>(members: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}
