import fc from 'fast-check';
import { CsvInvalidError, readCsv } from './read-csv.js';

async function rows(...chunks: string[]): Promise<(readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for await (const { fields } of readCsv(pieces(chunks))) found.push(fields);
  return found;
}

async function* pieces(chunks: string[]): AsyncGenerator<string> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

describe('readCsv', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['\uFEFFa\r\nb', [['a'], ['b']]],
    ['"a,b","c ""d"""\n', [['a,b', 'c "d"']]],
    ['"a\nb",c\n\n\nd\n', [['a\nb', 'c'], ['d']]],
    [',\n""\n', [['', '']]],
    ['', []],
  ])('reads %j', async (text, expected) => {
    expect(await rows(text)).toEqual(expected);
  });

  it('counts lines as an editor does', async () => {
    const lines: number[] = [];
    for await (const { line } of readCsv(pieces(['a\n"b\nc"\nd\n']))) lines.push(line);
    expect(lines).toEqual([1, 2, 4]);
  });

  it('refuses a quote that is never closed', async () => {
    await expect(rows('a\n"b\nc')).rejects.toThrow(
      new CsvInvalidError(2, 'a quote is never closed'),
    );
  });

  it('reads the same wherever the text is cut', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', 'é', '𝒳') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('x'), field, field), { minLength: 1 }),
        fc.array(fc.nat(40)),
        async (table, cuts) => {
          const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
          const chars = Array.from(table.map((row) => row.map(quote).join(',')).join('\n'));
          const chunks: string[] = [];
          for (const cut of cuts) chunks.push(chars.splice(0, cut).join(''));
          expect(await rows(...chunks, chars.join(''))).toEqual(table);
        },
      ),
    );
  });
});
