import { readFileSync } from 'node:fs';
import { startReceiver, startWholeLedger } from '../support/index.js';
import { type WebhookReceiver, type WholeLedger } from '../support/index.js';
import { conceptPages } from './concept-page.js';
import { ConceptRunner } from './concept-runner.js';

type Fields = Readonly<Record<string, unknown>>;

const pages = await conceptPages();
const examples = pages.flatMap(({ examples: found }) => found);

let ledger: WholeLedger;
let receiver: WebhookReceiver;

beforeAll(async () => {
  [ledger, receiver] = await Promise.all([startWholeLedger(), startReceiver()]);
}, 60_000);

afterAll(async () => {
  await ledger.stop();
  await receiver.close();
});

/** Schemas of the HTTP API and of the usage topic, by name. */
function publishedSchemas(): Readonly<Record<string, { readonly properties?: Fields }>> {
  const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  const api = json('docs/openapi.json') as { components: { schemas: Record<string, Fields> } };
  const topic = json('docs/events/commitment.usage.v1.json') as { $defs: Record<string, Fields> };
  return { ...api.components.schemas, ...topic.$defs };
}

describe('docs/concepts', () => {
  it.each(examples.map(({ name, steps }) => [name, steps] as const))(
    'the figures of the example "%s" are those that the ledger answers',
    async (_, steps) => {
      const runner = new ConceptRunner(ledger, { receiver: receiver.url });
      for (const step of steps) {
        // The step stands beside its figures so that a failure shows which one it was.
        expect([step.POST ?? step.GET, await runner.perform(step)]).toEqual([
          step.POST ?? step.GET,
          step.expect ?? {},
        ]);
      }
    },
    90_000,
  );

  it('every page has one example, named after it, that promises figures', () => {
    const promising = pages.filter(({ name, examples: [one, ...more] }) => {
      const promises = one?.steps.some((step) => Object.keys(step.expect ?? {}).length > 0);
      return one?.name === name && more.length === 0 && promises === true;
    });
    expect(promising.map(({ name }) => name)).toEqual(pages.map(({ name }) => name));
    expect(pages.length).toBeGreaterThanOrEqual(8);
  });

  it('every field in a table is a member of the schema that the table names', () => {
    const schemas = publishedSchemas();
    const fields = pages.flatMap((page) => page.fields);
    const unknown = fields.filter(
      ({ name, schemas: named }) =>
        !named.some((schema) => name in (schemas[schema]?.properties ?? {})),
    );
    expect(unknown).toEqual([]);
    expect(fields.length).toBeGreaterThan(50);
  });
});
