import { addDays } from '@app/calendar';
import { type PositionAnswer } from '@app/wire';
import { columns } from '../stack/table.js';

type Period = PositionAnswer['periods'][number];
type Pace = NonNullable<PositionAnswer['pace']>;

const STATUS_IN_WORDS: Record<PositionAnswer['status'], string> = {
  ON_TRACK: 'on track',
  WATCH: 'to be watched',
  AT_RISK: 'AT RISK',
  MISSED: 'MISSED',
  MET: 'met',
};

/** A position as a person reads it; every amount is exact. */
export function positionTable(position: PositionAnswer): string {
  const { commitmentId, name, currency, status, term, periods, pace } = position;
  const shown = periods.filter(({ state }) => state !== 'PLANNED');
  return [
    `${name} (${commitmentId}): ${STATUS_IN_WORDS[status]}`,
    '',
    `Term ${span(term)}, ${currency}`,
    columns([
      ['minimum', grouped(term.minimum)],
      ['counted', grouped(term.counted)],
      ['remaining', grouped(term.remaining)],
      ['attained', percent(term.attainment)],
    ]),
    ...shown.flatMap((period) => ['', ...periodLines(period)]),
    ...(pace === null ? [] : ['', ...paceLines(pace)]),
    '',
    columns(footer(position)),
  ].join('\n');
}

function periodLines(period: Period): string[] {
  const { classes, notCounted } = period;
  return [
    `Period ${period.index}, ${span(period)}, ${period.state}`,
    columns([
      ['requirement', grouped(period.requirement)],
      ['counted', grouped(period.counted)],
      ['gap', grouped(period.gap)],
      ...classes.map((one): [string, string] => [`  ${one.class}`, grouped(one.counted)]),
      ...notCounted.map((one): [string, string] => [
        `  ${one.class} not counted`,
        `${grouped(one.amount)}  ${one.reason}`,
      ]),
    ]),
  ];
}

function paceLines(pace: Pace): string[] {
  return [
    `Pace of period ${pace.periodIndex}, complete through ${lastDay(pace.through)}, ${pace.daysLeft} days left`,
    columns([
      ['expected by now', grouped(pace.expected)],
      ['ahead (behind if negative)', grouped(pace.variance)],
      ['a day needed', grouped(pace.requiredPerDay)],
      ['a day achieved, last 28', grouped(pace.trailing28PerDay)],
      ['projected gap', grouped(pace.projectedGap)],
    ]),
  ];
}

function footer({ suspense, meta }: PositionAnswer): [string, string][] {
  const lines: [string, string][] = [
    ['as of', meta.asOf],
    ['position', meta.position],
  ];
  if (suspense.unpricedLines > 0) lines.unshift(['unpriced lines', String(suspense.unpricedLines)]);
  if (suspense.unclassified !== '0') {
    lines.unshift(['unclassified', grouped(suspense.unclassified)]);
  }
  if (meta.silentSources.length > 0) lines.push(['silent', meta.silentSources.join(', ')]);
  return lines;
}

/** Half-open in the data, inclusive for people. */
function span({ start, end }: { readonly start: string; readonly end: string }): string {
  return `${start} to ${lastDay(end)}`;
}

function lastDay(end: string): string {
  return addDays(end, -1);
}

/** `1234567.5` as `1,234,567.5`; digits stay exact. */
export function grouped(amount: string): string {
  const [integer = '', fraction] = amount.split('.');
  const digits = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** `0.0900` as `9 %`: the point moves, no digit is lost. */
export function percent(ratio: string): string {
  const [integer = '0', fraction = ''] = ratio.split('.');
  const padded = fraction.padEnd(2, '0');
  const whole = `${integer}${padded.slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1');
  const rest = padded.slice(2).replace(/0+$/, '');
  return `${rest === '' ? whole : `${whole}.${rest}`} %`;
}
