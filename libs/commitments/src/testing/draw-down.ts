import { formatE18 } from '@app/money';
import { type DrawDown, type DrawDownDay } from '../queries/draw-down.js';

type Period = DrawDown['body']['periods'][number];

const NOTHING = {
  carryIn: '0',
  carryUsed: '0',
  deferredIn: '0',
  deferredOut: '0',
  movedIn: '0',
  excess: '0',
  newLot: '0',
  forgone: '0',
  lapsed: '0',
  deferralLeft: '0',
};

/** A period of which only the requirement is of interest. */
export function periodOf(index: number, start: string, end: string, requirement: string): Period {
  const [gap, shortfall, minimum] = [requirement, requirement, requirement];
  return {
    ...NOTHING,
    ...{ index, start, end, requirement, gap, shortfall, minimum },
    state: 'OPEN',
    counted: '0',
    classes: [],
    notCounted: [],
  };
}

/** A draw-down whose days follow from its entries. */
export function drawDownOf(
  periods: Period[],
  details: readonly DrawDownDay[],
  meta: Partial<DrawDown['meta']> = {},
): DrawDown {
  const days = details.map(({ day, entries }) => ({
    day,
    countedE18: entries.reduce((sum, { countedE18 }) => sum + countedE18, 0n),
  }));
  const counted = formatE18(days.reduce((sum, { countedE18 }) => sum + countedE18, 0n));
  const [start, end] = [periods[0]?.start ?? '', periods.at(-1)?.end ?? ''];
  return {
    lifecycle: 'Active',
    days,
    details,
    body: {
      ...{ commitmentId: 'c', contractId: 'k', name: 'C', currency: 'USD', termsVersion: 1 },
      status: 'ON_TRACK',
      term: {
        ...{ start, end, counted, minimum: '0', remaining: '0', gap: '0', shortfall: '0' },
        attainment: '1.0000',
      },
      periods,
      pace: null,
      forecast: null,
      suspense: {
        ...{ unpricedLines: 0, unclassified: '0', basisMissingLines: 0 },
        ...{ unpricedQuantity: [], noFxRate: [] },
      },
    },
    meta: {
      ...{ through: null, watermark: null, position: '-1:1,0:1', lagMs: 0, silentSources: [] },
      asOf: '2027-01-05T00:00:00Z',
      computedAt: '2027-01-05T00:00:00Z',
      ...meta,
    },
  };
}
