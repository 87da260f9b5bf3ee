import { type Pace, type Period, type Position } from '../api/answers.js';

/** The worked example of the API's documentation: 9 of 20 billion counted on 2 July 2027. */
export function examplePosition(changes: Partial<Position> = {}): Position {
  return {
    commitmentId: 'aws-100b',
    contractId: 'aws-2027',
    name: 'USD 100B over five years',
    currency: 'USD',
    termsVersion: 1,
    status: 'AT_RISK',
    term: {
      start: '2027-01-01',
      end: '2032-01-01',
      minimum: '100000000000',
      counted: '9000000000',
      remaining: '91000000000',
      gap: '91000000000',
      shortfall: '102000000000',
      attainment: '0.09',
    },
    periods: [1, 2, 3, 4, 5].map((index) => examplePeriod(index)),
    pace: examplePace(),
    forecast: {
      periodIndex: 1,
      p10: '18120000000',
      p50: '18516000000',
      p90: '18930000000',
      pShortfall: '0.9987',
      expectedShortfall: '1484000000',
      method: 'usage-paths',
      historyDays: 182,
      pointOfNoReturn: '2027-11-08',
    },
    suspense: {
      unpricedLines: 0,
      unpricedQuantity: [],
      unclassified: '0',
      noFxRate: [],
      basisMissingLines: 0,
    },
    meta: {
      asOf: '2027-07-02T06:00:00Z',
      through: null,
      watermark: '2027-07-02',
      position: '0:1204113,1:99812',
      computedAt: '2027-07-02T06:00:00.120Z',
      lagMs: 120,
      silentSources: [],
    },
    ...changes,
  };
}

export function examplePace(changes: Partial<Pace> = {}): Pace {
  return {
    periodIndex: 1,
    through: '2027-07-02',
    counted: '9000000000',
    expected: '9972602739.73',
    variance: '-972602739.73',
    attainment: '0.9025',
    plannedPerDay: '54794520.55',
    requiredPerDay: '60109289.62',
    trailing28PerDay: '52000000',
    projected: '18516000000',
    projectedGap: '1484000000',
    ratio: '0.8651',
    catchUpFactor: '1.156',
    risk: 'HIGH',
    daysLeft: 183,
    ...changes,
  };
}

export function examplePeriod(index: number, changes: Partial<Period> = {}): Period {
  const running = index === 1;
  return {
    index,
    start: `${2026 + index}-01-01`,
    end: `${2027 + index}-01-01`,
    state: running ? 'OPEN' : 'PLANNED',
    minimum: '20000000000',
    requirement: '20000000000',
    counted: running ? '9000000000' : '0',
    carryIn: '0',
    carryUsed: '0',
    deferredIn: '0',
    deferredOut: '0',
    movedIn: '0',
    gap: running ? '11000000000' : '20000000000',
    shortfall: running ? '11000000000' : '20000000000',
    excess: '0',
    newLot: '0',
    forgone: '0',
    lapsed: '0',
    deferralLeft: '0',
    classes: [],
    notCounted: [],
    ...changes,
  };
}
