import { parseE18 } from '@app/money';

import { type Period, type Position } from '../api/answers.js';
import { dayAndMonth, lastDayOf, longDay } from '../format/date.js';
import { exact, type Magnitude, magnitudeOf, scaled } from '../format/figure.js';
import { type Phrase } from '../format/phrase.js';
import { outlookOf, periodInHand } from './outlook.js';

/** The state of a commitment in words, for people who read one line only. */
export const STATUS_WORDS: Readonly<Record<Position['status'], string>> = {
  ON_TRACK: 'On track',
  WATCH: 'Watch',
  AT_RISK: 'At risk',
  MISSED: 'Missed',
  MET: 'Met',
};

/**
 * "18.5 of 20.0 billion expected by 31 December 2027; 60.1 million a day needed, 52.0 achieved;
 * latest start 8 November", to be read behind the word of the status.
 */
export function statusSentence(position: Position): Phrase[] {
  const period = periodInHand(position);
  if (period === undefined) return ['no contract year is agreed'];
  const by = ` by ${unbroken(longDay(lastDayOf(period.end)))}`;
  if (position.status === 'MET' || position.status === 'MISSED') {
    return [
      ...ofRequired(period.counted, period, position),
      ' counted',
      by,
      ...remainder(period, position),
    ];
  }
  const outlook = outlookOf(position);
  if (position.pace === null || outlook === undefined) {
    return [...ofRequired(period.counted, period, position), ' counted', by, waiting(period)];
  }
  return [
    ...ofRequired(outlook.expected, period, position),
    ' expected',
    by,
    ...runRates(position, position.pace),
    ...latestStart(position),
  ];
}

function waiting({ state, start }: Period): string {
  if (state === 'PLANNED') return `; the year begins on ${longDay(start)}`;
  return state === 'OPEN'
    ? '; no usage day is complete yet'
    : '; the year is over and waits to be settled';
}

function ofRequired(amount: string, period: Period, { currency }: Position): Phrase[] {
  const magnitude = magnitudeOf(parseE18(period.requirement));
  return [
    figure(amount, magnitude, currency),
    ' of ',
    figure(period.requirement, magnitude, currency),
    worded(magnitude),
  ];
}

function runRates({ currency }: Position, pace: NonNullable<Position['pace']>): Phrase[] {
  const required = parseE18(pace.requiredPerDay);
  if (required === 0n) return ['; nothing more is needed'];
  const magnitude = magnitudeOf(required);
  return [
    '; ',
    figure(pace.requiredPerDay, magnitude, currency),
    `${worded(magnitude)} a day needed, `,
    figure(pace.trailing28PerDay, magnitude, currency),
    ' achieved',
  ];
}

function latestStart({ forecast }: Position): Phrase[] {
  const day = forecast?.pointOfNoReturn ?? null;
  return day === null ? [] : [`; latest start ${unbroken(dayAndMonth(day))}`];
}

function remainder(period: Period, { status, currency }: Position): Phrase[] {
  const amount = status === 'MISSED' ? period.shortfall : period.excess;
  const amountE18 = parseE18(amount);
  if (amountE18 === 0n) return [];
  const magnitude = magnitudeOf(amountE18);
  const word = status === 'MISSED' ? ' payable' : ' above the requirement';
  return ['; ', figure(amount, magnitude, currency), worded(magnitude), word];
}

function figure(amount: string, magnitude: Magnitude, currency: string): Phrase {
  return { text: scaled(parseE18(amount), magnitude, 1), exact: exact(amount, currency) };
}

function worded({ word }: Magnitude): string {
  return word === '' ? '' : `\u00a0${word}`;
}

/** Dates stay on one line. */
function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
