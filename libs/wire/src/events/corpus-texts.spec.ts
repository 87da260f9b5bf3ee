import { accepted, judge } from '../testing/judge.js';
import { EXAMPLE, exampleWith } from '../testing/usage-record.js';

describe('texts', () => {
  it.each<[string, unknown, string, string]>([
    ['U+0000', exampleWith({ skuId: 'a\u0000b' }), 'text-nul', '/data/skuId'],
    ['U+0000 in a tag name', exampleWith({ tags: { 'a\u0000': 'b' } }), 'text-nul', '/data/tags'],
    ['a lone surrogate', exampleWith({ tags: { a: '\udc00' } }), 'text-surrogate', '/data/tags/a'],
    ['an empty dimension', exampleWith({ skuId: '' }), 'text-empty', '/data/skuId'],
    [
      'a dimension of 129 characters',
      exampleWith({ model: 'é'.repeat(129) }),
      'text-too-long',
      '/data/model',
    ],
    [
      '33 tags',
      exampleWith({
        tags: Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`t${i}`, ''])),
      }),
      'too-many-tags',
      '/data/tags',
    ],
    [
      'a tag name of 65',
      exampleWith({ tags: { ['k'.repeat(65)]: '' } }),
      'text-too-long',
      `/data/tags/${'k'.repeat(65)}`,
    ],
    [
      'a tag value of 257',
      exampleWith({ tags: { k: 'v'.repeat(257) } }),
      'text-too-long',
      '/data/tags/k',
    ],
    [
      'a tag that is no text',
      exampleWith({ tags: { 'a/b~c': 5 } }),
      'field-type',
      '/data/tags/a~1b~0c',
    ],
    [
      '__proto__',
      JSON.stringify(EXAMPLE).replace('{', '{"__proto__":{"a":1},'),
      'member-forbidden',
      '/__proto__',
    ],
    [
      '__proto__ in the data',
      JSON.stringify(exampleWith({ tags: { x: 'y' } })).replace('"x"', '"__proto__"'),
      'member-forbidden',
      '/data/tags/__proto__',
    ],
    [
      '__proto__ escaped',
      JSON.stringify(EXAMPLE).replace('"data":{', '"data":{"\\u005f_proto__":1,'),
      'member-forbidden',
      '/data/__proto__',
    ],
  ])('refuse %s', (_, event, code, pointer) => {
    expect(judge(event)).toEqual([code, pointer]);
  });

  it('are counted in characters, not in code units', () => {
    expect(accepted({ model: '𝒳'.repeat(128) }, 'model')).toBe('𝒳'.repeat(128));
    expect(judge(exampleWith({ model: '𝒳'.repeat(129) }))).toEqual([
      'text-too-long',
      '/data/model',
    ]);
    expect(accepted({ tags: { ['é'.repeat(64)]: 'v'.repeat(256) } }, 'tags')).toEqual({
      ['é'.repeat(64)]: 'v'.repeat(256),
    });
  });

  it('nest 32 levels deep at most', () => {
    // The event is level 1, its data 2, contractApplied 3.
    const nested = (levels: number): object =>
      JSON.parse(`${'{"a":'.repeat(levels)}"x"${'}'.repeat(levels)}`) as object;
    expect(judge(exampleWith({ contractApplied: nested(30) }))).toMatchObject({
      id: 'be7c-000123',
    });
    expect(judge(exampleWith({ contractApplied: nested(31) }))).toEqual([
      'nesting-too-deep',
      `/data/contractApplied${'/a'.repeat(30)}`,
    ]);
  });

  it('that are blank say that a line is on no invoice', () => {
    expect(judge(exampleWith({ invoiceId: '', invoiceMonth: '' }))).toEqual(judge(EXAMPLE));
  });
});
