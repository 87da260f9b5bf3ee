import { formatE18, formatRatio, parseE18 } from '@app/money';

import { type Pace, type Period, type Position } from '../api/answers.js';
import { lastDayOf, shortDay } from '../format/date.js';
import { compact, exact, percent } from '../format/figure.js';
import { type Phrase } from '../format/phrase.js';
import { outlookOf, periodInHand } from '../status/outlook.js';
import { riskTiles } from './risk-tiles.js';
import { amountFigure, dash, thousandths, type Tile, type Tone } from './tile.js';

/** The six tiles in their order; a figure that cannot be known yet is a dash with its reason. */
export function tilesOf(position: Position): Tile[] {
  const period = periodInHand(position);
  if (period === undefined) return [];
  return [
    attained(position, period),
    left(position, period),
    runRate(position.pace, position.currency),
    projected(position),
    ...riskTiles(position),
  ];
}

function attained({ currency, term, pace }: Position, period: Period): Tile {
  const { counted, requirement } = period;
  const share = ratioOf(counted, requirement);
  return {
    key: 'attained',
    label: 'Attained',
    ...amountFigure(counted, currency),
    note: [
      ...(share === undefined ? [] : [`${percent(share)} of `]),
      amount(requirement, currency),
      `, ${percent(term.attainment)} of the term`,
    ],
    tone: 'neutral',
    gauge: {
      filled: thousandths(counted, requirement),
      ...(pace === null ? {} : { mark: thousandths(pace.expected, requirement) }),
    },
  };
}

function left({ currency, pace }: Position, period: Period): Tile {
  const days = pace === null ? '' : `, ${daysLeft(pace.daysLeft)}`;
  return {
    key: 'left',
    label: 'Left to spend',
    ...amountFigure(period.gap, currency),
    note: [`due by ${shortDay(lastDayOf(period.end))}${days}`],
    tone: 'neutral',
  };
}

function runRate(pace: Pace | null, currency: string): Tile {
  const label = 'Run rate a day';
  if (pace === null) return dash('run-rate', label, 'from the first complete day on');
  const against = pace.ratio === null ? [] : [`, ${percent(pace.ratio)} of it achieved`];
  return {
    key: 'run-rate',
    label,
    ...amountFigure(pace.trailing28PerDay, currency),
    note: [amount(pace.requiredPerDay, currency), ' needed', ...against],
    tone: toneOf(pace),
    gauge: { filled: thousandths(pace.trailing28PerDay, pace.requiredPerDay) },
  };
}

function projected(position: Position): Tile {
  const outlook = outlookOf(position);
  if (outlook === undefined) {
    return dash('projected', 'Projected result', 'from the first complete day on');
  }
  const short = outlook.surplus.startsWith('-');
  const size = formatE18(absolute(parseE18(outlook.surplus)));
  const by = outlook.method === 'forecast' ? 'median of the forecast' : 'at the rate of 28 days';
  return {
    key: 'projected',
    label: short ? 'Projected shortfall' : 'Projected surplus',
    ...amountFigure(size, position.currency),
    note: [amount(outlook.expected, position.currency), ` expected, ${by}`],
    tone: short ? 'bad' : 'good',
  };
}

/** `1 day left`, `183 days left`. */
function daysLeft(count: number): string {
  return count === 1 ? '1 day left' : `${count} days left`;
}

function amount(text: string, currency: string): Phrase {
  return { text: compact(parseE18(text)), exact: exact(text, currency) };
}

function ratioOf(part: string, whole: string): string | undefined {
  const wholeE18 = parseE18(whole);
  return wholeE18 === 0n ? undefined : formatRatio(parseE18(part), wholeE18);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function toneOf({ risk }: Pace): Tone {
  const tones = { LOW: 'good', MEDIUM: 'watch', HIGH: 'bad' } as const;
  return tones[risk];
}
