import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const FOLDER = join('docs', 'concepts');
/** The list of the pages: no concept of its own. */
const INDEX = 'README.md';

const Texts = z.record(z.string(), z.string());

/** One request of an example, with the figures that the page promises in its answer. */
export const Step = z
  .strictObject({
    POST: z.string().optional(),
    GET: z.string().optional(),
    body: z.unknown().optional(),
    /** The resource whose ETag is sent as If-Match. */
    ifMatch: z.string().optional(),
    idempotencyKey: z.string().optional(),
    /** Expected status; any 2xx when absent. */
    status: z.int().optional(),
    /** Figures by JSON pointer; `*` stands for each member of an array. */
    expect: z.record(z.string().startsWith('/'), z.unknown()).optional(),
    /** Names for values of the answer that later steps use in braces. */
    keep: Texts.optional(),
    /** Another process does this: the figures come a little later. */
    eventually: z.literal(true).optional(),
  })
  .refine(({ POST, GET }) => (POST === undefined) !== (GET === undefined), {
    message: 'a step is either a POST or a GET',
  });
export type Step = z.infer<typeof Step>;

export interface ConceptPage {
  /** File name without its ending. */
  readonly name: string;
  readonly examples: readonly { readonly name: string; readonly steps: readonly Step[] }[];
  /** Names in the first column of tables of fields, and the schemas that must have them. */
  readonly fields: readonly { readonly name: string; readonly schemas: readonly string[] }[];
}

/** All pages of docs/concepts, in order of their names. */
export async function conceptPages(): Promise<ConceptPage[]> {
  const files = (await readdir(FOLDER)).filter((file) => file !== INDEX).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(FOLDER, file), 'utf8');
      return {
        name: file.replace(/\.md$/, ''),
        examples: examplesOf(text),
        fields: fieldsOf(text),
      };
    }),
  );
}

function examplesOf(text: string): ConceptPage['examples'] {
  const blocks = text.matchAll(/<!-- example: (\S+) -->\s*```json\n([\s\S]*?)```/g);
  return [...blocks].map(([, name = '', json = '']) => ({
    name,
    steps: z.array(Step).min(1).parse(JSON.parse(json)),
  }));
}

function fieldsOf(text: string): ConceptPage['fields'] {
  const tables = text.matchAll(/<!-- fields: (.+?) -->\s*((?:\|.*\n)+)/g);
  return [...tables].flatMap(([, schemas = '', table = '']) =>
    table
      .split('\n')
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
      .map(([, name = '']) => ({ name, schemas: schemas.split(', ') })),
  );
}
