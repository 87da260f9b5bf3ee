/** Rows of a CSV text by the names of its first line: quoted fields may hold commas and newlines. */
export function parseCsv(text: string): Record<string, string>[] {
  const [names = [], ...rows] = records(text.replace(/^\uFEFF/, ''));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}

function records(text: string): string[][] {
  const found: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [, quoted, bare = '', separator] = match;
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (separator === ',') continue;
    found.push(row);
    row = [];
    if (field.lastIndex >= text.length) break;
  }
  return found;
}
