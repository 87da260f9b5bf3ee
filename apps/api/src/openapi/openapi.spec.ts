import { readFileSync } from 'node:fs';
import { problemsPage } from '../problem-details/problem-page.js';
import { documentText } from './document-text.js';

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}

describe('the OpenAPI document', () => {
  let text: string;
  let document: Document;

  beforeAll(async () => {
    text = await documentText();
    document = JSON.parse(text) as Document;
  });

  it('is committed as the code has it (npm run generate)', () => {
    expect(readFileSync('docs/openapi.json', 'utf8')).toBe(text);
  });

  it('and the list of problems is, too', () => {
    expect(readFileSync('docs/problems/README.md', 'utf8')).toBe(problemsPage());
  });

  it('refers to no schema that it does not have', () => {
    const wanted = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    const missing = wanted.filter((name) => document.components.schemas[name ?? ''] === undefined);
    expect(document.openapi).toBe('3.1.0');
    expect(missing).toEqual([]);
  });

  it('says of every route how it refuses', () => {
    const silent = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, operation]) => operation.responses.default === undefined)
        .map(([method]) => `${method} ${path}`),
    );
    expect(silent).toEqual([]);
  });
});
