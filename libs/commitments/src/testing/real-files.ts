import { existsSync, readFileSync } from 'node:fs';
import { parseCsv } from './csv.js';

const FOLDER = new URL('../../../../../shared/data/', import.meta.url);

/** Public billing data lies beside the repository, never in it. */
const available = existsSync(FOLDER);
if (!available) process.stderr.write(`SKIPPED: no public billing data at ${FOLDER.pathname}\n`);

/** `describe`, skipped loudly without the data. */
export const describeRealFiles = available ? describe : describe.skip;

export function readRows(file: string): Record<string, string>[] {
  return parseCsv(readText(file));
}

export function readText(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8');
}

/** A decimal with an exponent as a plain one, digit by digit. */
export function plain(text: string): string {
  const [, sign = '', integer = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const point = integer.length + Number(exponent);
  const digits = (integer + fraction).padStart(
    integer.length + fraction.length - Math.min(0, point - 1),
    '0',
  );
  const at = Math.max(1, point);
  const padded = digits.padEnd(at, '0');
  return `${sign}${padded.slice(0, at)}${padded.length > at ? `.${padded.slice(at)}` : ''}`;
}
