import { judge } from '../testing/judge.js';
import { EXAMPLE, exampleWith } from '../testing/usage-record.js';

describe('attributes', () => {
  it.each<[string, object, string, string]>([
    ['no specversion', { specversion: undefined }, 'attribute-missing', '/specversion'],
    ['specversion 0.3', { specversion: '0.3' }, 'specversion-unsupported', '/specversion'],
    ['no type', { type: undefined }, 'attribute-missing', '/type'],
    ['another type', { type: 'commitment.usage' }, 'type-unknown', '/type'],
    ['a later version', { type: 'commitment.usage.v2' }, 'type-version-unknown', '/type'],
    ['no source', { source: null }, 'attribute-missing', '/source'],
    ['an empty source', { source: '' }, 'source-invalid', '/source'],
    ['a source with a blank', { source: 'a b' }, 'source-invalid', '/source'],
    ['a source of 257', { source: 'a'.repeat(257) }, 'source-invalid', '/source'],
    ['an id of 257', { id: 'i'.repeat(257) }, 'id-invalid', '/id'],
    ['an id with a newline', { id: 'a\nb' }, 'id-invalid', '/id'],
    ['an id that is a number', { id: 5 }, 'id-invalid', '/id'],
    ['sequence 2^64', { sequence: '18446744073709551616' }, 'sequence-invalid', '/sequence'],
    ['sequence -1', { sequence: '-1' }, 'sequence-invalid', '/sequence'],
    ['a sequence that is a number', { sequence: 5 }, 'sequence-invalid', '/sequence'],
    ['epoch 1.5', { epoch: '1.5' }, 'epoch-invalid', '/epoch'],
    ['another schema', { dataschema: 'urn:other' }, 'dataschema-unknown', '/dataschema'],
    [
      'another data type',
      { datacontenttype: 'text/csv' },
      'data-content-type-unsupported',
      '/datacontenttype',
    ],
    ['a name in capitals', { Team: 'x' }, 'extension-invalid', '/Team'],
    ['an attribute that is an object', { team: {} }, 'extension-invalid', '/team'],
    ['an attribute that is a fraction', { team: 1.5 }, 'extension-invalid', '/team'],
    ['base64 data', { data_base64: 'e30=' }, 'extension-invalid', '/data_base64'],
  ])('refuse %s', (_, attributes, code, pointer) => {
    expect(judge(exampleWith({}, attributes))).toEqual([code, pointer]);
  });

  it('take the greatest sequence, zeros in front, and this schema by name', () => {
    expect(judge({ ...EXAMPLE, sequence: '18446744073709551615', epoch: '0007' })).toMatchObject({
      sequence: '18446744073709551615',
      epoch: '7',
    });
    const dataschema = 'https://example.com/events/commitment.usage.v1.json';
    expect(judge({ ...EXAMPLE, dataschema })).toMatchObject({ extensions: { dataschema } });
  });
});
