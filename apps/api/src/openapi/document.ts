import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '@app/wire';
import { PROBLEMS } from '../problem-details/problems.js';
import { convertSchema } from './schema-converter.js';

const DESCRIPTION =
  "The buyer's ledger of a cloud spend commitment. Money is a decimal string; ends of ranges are " +
  'exclusive; every refusal is RFC 9457 problem details.';

/** The OpenAPI 3.1 document of the routes as they are in the code. */
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
  const problem = convertSchema(Problem, { schemaType: 'output' });
  const schemas = { ...document.components?.schemas, ...problem?.components };
  const codes = { type: 'string', enum: Object.keys(PROBLEMS) };
  return {
    ...document,
    components: {
      ...document.components,
      schemas: sortedByName({ ...schemas, ProblemCode: codes }),
    },
  };
}

function sortedByName<T>(members: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}
