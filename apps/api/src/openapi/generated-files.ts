import { problemsPage } from '../problem-details/problem-page.js';
import { clientTypes } from './client-types.js';
import { documentText } from './document-text.js';

/** Every generated file of the HTTP API by its path; `npm run generate` writes them. */
export async function generatedFiles(): Promise<Record<string, string>> {
  const document = await documentText();
  return {
    'docs/openapi.json': document,
    'libs/wire/src/generated/openapi.ts': await clientTypes(document),
    'docs/problems/README.md': problemsPage(),
  };
}
