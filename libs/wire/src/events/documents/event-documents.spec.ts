import { existsSync, readFileSync } from 'node:fs';
import { LINE_DIMENSIONS } from '../../series/series-attributes.js';
import { REASON_CODES } from '../reason-codes.js';
import { eventDocuments } from './event-documents.js';
import { usageEventSchema } from './json-schema.js';
import { toYaml } from './yaml.js';

interface Schema {
  readonly $defs: Record<
    string,
    {
      properties: Record<string, { pattern?: string }>;
      required: string[];
      oneOf: { const: string }[];
      additionalProperties: unknown;
    }
  >;
}

describe('the published documents', () => {
  it.each([...eventDocuments()])(
    '%s is as generated: run `npm run generate` after a change',
    (path, text) => {
      expect(existsSync(path) ? readFileSync(path, 'utf8') : 'missing').toBe(text);
    },
  );

  it('name every field, the ones that are required, and no other', () => {
    const { UsageLine, UsageEvent } = (usageEventSchema() as unknown as Schema).$defs;
    expect(Object.keys(UsageLine?.properties ?? {})).toEqual(
      expect.arrayContaining([...LINE_DIMENSIONS]),
    );
    expect(Object.keys(UsageLine?.properties ?? {})).toHaveLength(35);
    expect(UsageLine?.required).toEqual(['chargePeriodStart']);
    expect(UsageLine?.additionalProperties).toBe(false);
    expect(UsageEvent?.required).toEqual(['specversion', 'type', 'source', 'id', 'data']);
  });

  it('hold the closed list of reason codes', () => {
    const { ReasonCode } = (usageEventSchema() as unknown as Schema).$defs;
    expect(ReasonCode?.oneOf.map((entry) => entry.const)).toEqual(REASON_CODES);
  });

  it('have patterns that mean ASCII digits everywhere', () => {
    const { UsageLine } = (usageEventSchema() as unknown as Schema).$defs;
    const pattern = new RegExp(UsageLine?.properties.billedCost?.pattern ?? '');
    expect(['0.10', '-12', '1e3', '１', '007'].map((text) => pattern.test(text))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(JSON.stringify(usageEventSchema())).not.toContain('\\\\d');
  });
});

describe('toYaml', () => {
  it('writes blocks, and quotes what could be read as something else', () => {
    expect(
      toYaml({
        a: 1,
        'b c': ['x', { d: 'yes', e: '1.0' }, []],
        f: { g: 'a: b', h: null, i: '', j: true, k: {} },
      }),
    ).toBe(
      [
        'a: 1',
        'b c:',
        '  - x',
        '  - d: "yes"',
        '    e: "1.0"',
        '  - []',
        'f:',
        '  g: "a: b"',
        '  h: null',
        '  i: ""',
        '  j: true',
        '  k: {}',
        '',
      ].join('\n'),
    );
  });
});
