import { formatMinor, parseE18 } from '@app/money';

import { lastDayOf, longDay } from '../format/date.js';
import { compact, exact, signed } from '../format/figure.js';
import { type Row } from './rows.js';

/** One value of the crosshair. */
export interface Reading {
  readonly key: 'counted' | 'pace' | 'variance' | 'minimum';
  readonly label: string;
  readonly text: string;
  readonly exact: string;
}

const LABELS: readonly (readonly [Reading['key'], string])[] = [
  ['counted', 'Counted'],
  ['pace', 'Straight pace'],
  ['variance', 'Against pace'],
  ['minimum', 'Minimum'],
];

/** All values of a day, in the order of the columns. */
export function readingsOf(row: Row, currency: string): Reading[] {
  return LABELS.map(([key, label]) => {
    const amount = amountOf(row, key);
    return amount === null
      ? { key, label, text: '–', exact: 'nothing is recorded yet' }
      : {
          key,
          label,
          text: (key === 'variance' ? signed : compact)(parseE18(amount)),
          exact: exact(amount, currency),
        };
  });
}

/** The inclusive last day that a row's totals reach. */
export function throughOf(row: Row): string {
  return longDay(lastDayOf(row.point.end));
}

/** What a screen reader says for a place of the crosshair. */
export function spoken(row: Row, currency: string): string {
  const values = readingsOf(row, currency).map(({ label, text }) => `${label} ${text}`);
  return `${throughOf(row)}: ${values.join(', ')} ${currency}`;
}

/** A cell of the table: minor units, grouped; `–` where nothing is recorded. */
export function cellOf(row: Row, key: Reading['key'], currency: string): string {
  const amount = amountOf(row, key);
  if (amount === null) return '–';
  return exact(formatMinor(parseE18(amount), currency), '').trimEnd();
}

/** The burn-up as RFC 4180 CSV with the API's exact amounts. */
export function toCsv(rows: readonly Row[], currency: string): string {
  const head = ['through', 'currency', ...LABELS.map(([key]) => key)];
  const lines = rows.map((row) => [
    lastDayOf(row.point.end),
    currency,
    ...LABELS.map(([key]) => amountOf(row, key) ?? ''),
  ]);
  return [head, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function amountOf({ point, variance }: Row, key: Reading['key']): string | null {
  switch (key) {
    case 'counted':
      return point.counted;
    case 'pace':
      return point.pace;
    case 'variance':
      return variance;
    case 'minimum':
      return point.required;
  }
}
