import { parseE18 } from '@app/money';

import { type Position } from '../api/answers.js';
import { periodInHand } from '../status/outlook.js';
import { type Projection } from './geometry.js';

/** From the last complete day on at the run rate of 28 days; undefined while no pace is known. */
export function projectionOf(position: Position): Projection | undefined {
  const { pace, periods } = position;
  const period = periodInHand(position);
  if (pace === null || period === undefined || pace.through >= period.end) return undefined;
  const earlierE18 = periods
    .filter(({ index }) => index < period.index)
    .reduce((sumE18, { counted }) => sumE18 + parseE18(counted), 0n);
  return {
    amount: pace.projected,
    fromDay: pace.through,
    toDay: period.end,
    fromE18: earlierE18 + parseE18(pace.counted),
    toE18: earlierE18 + parseE18(pace.projected),
  };
}
