/** A row of a list as it is answered in JSON. */
export type Row = Readonly<Record<string, unknown>>;

/** One JSON value a line. */
export function ndjsonOf(rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** RFC 4180 with a header line; what is no plain value stands as JSON. */
export function csvOf(rows: readonly Row[]): string {
  const [first] = rows;
  if (first === undefined) return '';
  const names = Object.keys(first);
  const lines = [names, ...rows.map((row) => names.map((name) => cellOf(row[name])))];
  return lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

// A text that a spreadsheet would run as a formula is no concern of money: it begins with a digit
// or a minus sign, so only other texts get the apostrophe.
function quoted(cell: string): string {
  const safe = /^[=+@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
