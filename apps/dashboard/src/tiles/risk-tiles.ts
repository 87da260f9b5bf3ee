import { daysBetween } from '@app/calendar';
import { parseE18 } from '@app/money';

import { type Forecast, type Pace, type Position } from '../api/answers.js';
import { longDay } from '../format/date.js';
import { compact, exact, percent } from '../format/figure.js';
import { dash, type Tile, type Tone } from './tile.js';

const RISK_WORDS = { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High' } as const;
const RISK_TONES = { LOW: 'good', MEDIUM: 'watch', HIGH: 'bad' } as const;

// The levels of the alert rule on the shortfall probability.
const MEDIUM_E18 = parseE18('0.5');
const HIGH_E18 = parseE18('0.8');

/**
 * How likely the minimum is missed, and how long that can still be turned. Without a forecast the
 * run rate's risk and the days left stand there under their own names.
 */
export function riskTiles({ pace, forecast, currency }: Position): Tile[] {
  if (pace === null) {
    return [
      dash('risk', 'Probability of missing', 'from the first complete day on'),
      dash('turn', 'Point of no return', 'from the first complete day on'),
    ];
  }
  return forecast?.periodIndex === pace.periodIndex
    ? [probability(forecast, currency), turn(forecast, pace)]
    : [risk(pace), daysLeft(pace)];
}

function probability(forecast: Forecast, currency: string): Tile {
  const [p10, p90] = [forecast.p10, forecast.p90].map((amount) => ({
    text: compact(parseE18(amount)),
    exact: exact(amount, currency),
  }));
  return {
    key: 'risk',
    label: 'Probability of missing',
    digits: percent(forecast.pShortfall),
    unit: '',
    exact: forecast.pShortfall,
    note: ['8 in 10 paths end between ', p10 ?? '', ' and ', p90 ?? ''],
    tone: toneOf(parseE18(forecast.pShortfall)),
  };
}

function toneOf(probabilityE18: bigint): Tone {
  if (probabilityE18 >= HIGH_E18) return 'bad';
  return probabilityE18 >= MEDIUM_E18 ? 'watch' : 'good';
}

function turn({ pointOfNoReturn, p50 }: Forecast, pace: Pace): Tile {
  const label = 'Until the point of no return';
  if (pointOfNoReturn !== null) {
    const days = daysBetween(pace.through, pointOfNoReturn);
    return {
      key: 'turn',
      label,
      digits: String(days),
      unit: days === 1 ? 'day' : 'days',
      note: [`latest start ${longDay(pointOfNoReturn)}`],
      tone: days <= 30 ? 'bad' : days <= 90 ? 'watch' : 'neutral',
    };
  }
  const needed = parseE18(pace.counted) + parseE18(pace.requiredPerDay) * BigInt(pace.daysLeft);
  return parseE18(p50) >= needed
    ? dash('turn', label, 'none: the pace of today suffices')
    : dash('turn', label, 'passed: no ramp reaches the minimum');
}

function risk({ risk, ratio }: Pace): Tile {
  return {
    key: 'risk',
    label: 'Risk of missing',
    digits: RISK_WORDS[risk],
    unit: '',
    note: [ratio === null ? 'nothing more is needed' : `run rate is ${percent(ratio)} of the need`],
    tone: RISK_TONES[risk],
  };
}

function daysLeft({ daysLeft }: Pace): Tile {
  return {
    key: 'turn',
    label: 'Time left',
    digits: String(daysLeft),
    unit: daysLeft === 1 ? 'day' : 'days',
    note: ['point of no return: not forecast yet'],
    tone: 'neutral',
  };
}
