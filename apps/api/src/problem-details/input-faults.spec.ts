import { Day, Money } from '@app/wire';
import { z } from 'zod';
import { inputFaults, pointerTo } from './input-faults.js';

const Body = z.strictObject({
  day: Day,
  amount: z.union([Money, z.array(Money)]),
  rows: z.array(z.strictObject({ kind: z.enum(['A', 'B']), n: z.int().max(3) })).optional(),
  rates: z.record(z.string().regex(/^[A-Z]{3}$/), Money).optional(),
});
const good = { day: '2027-01-01', amount: '1' };

function faults(input: unknown) {
  const parsed = Body.safeParse(input);
  const found = parsed.success ? [] : inputFaults(parsed.error.issues, input, 'body');
  return found.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('the faults of a body', () => {
  it.each([
    ['nothing', good, []],
    ['no object', 'x', [' type-invalid']],
    ['no body', undefined, [' required']],
    ['a missing member', { day: '2027-01-01' }, ['/amount required']],
    [
      'an unknown member each',
      { ...good, a: 1, 'b/c': 2 },
      ['/a unknown-field', '/b~1c unknown-field'],
    ],
    ['a code that the schema names', { ...good, day: '2027-02-30' }, ['/day day-invalid']],
    ['money as a number', { ...good, amount: 1 }, ['/amount money-must-be-string']],
    [
      'money as a number in a list',
      { ...good, amount: ['1', 2] },
      ['/amount/1 money-must-be-string'],
    ],
    [
      'a value not listed',
      { ...good, rows: [{ kind: 'C', n: 1 }] },
      ['/rows/0/kind value-not-listed'],
    ],
    [
      'a number too large',
      { ...good, rows: [{ kind: 'A', n: 4 }] },
      ['/rows/0/n value-out-of-range'],
    ],
    ['a fraction', { ...good, rows: [{ kind: 'A', n: 1.5 }] }, ['/rows/0/n type-invalid']],
    ['a name that is none', { ...good, rates: { usd: '1' } }, ['/rates/usd value-invalid']],
  ])('are for %s', (_name, input, expected) => {
    expect(faults(input)).toEqual(expected);
  });

  it('name parameters by their names', () => {
    const Query = z.strictObject({ limit: z.string().regex(/^\d$/, { error: 'limit-invalid' }) });
    const input = { limit: 'x', colour: 'red' };
    const { error } = Query.safeParse(input);
    expect(inputFaults(error?.issues ?? [], input, 'query')).toEqual([
      expect.objectContaining({ pointer: 'limit', code: 'limit-invalid' }),
      expect.objectContaining({ pointer: 'colour', code: 'unknown-query-parameter' }),
    ]);
  });

  it('have pointers after RFC 6901', () => {
    expect(pointerTo(['a/b', 'm~n', 0], 'body')).toBe('/a~1b/m~0n/0');
    expect(pointerTo([], 'body')).toBe('');
  });
});
