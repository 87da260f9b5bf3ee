import { examplePeriod, examplePosition } from '../testing/position.fixture.js';
import { examplePoints } from '../testing/series.fixture.js';
import { projectionOf } from './projection.js';
import { boundsOf, windowOf } from './window.js';

const second = examplePosition({
  pace: null,
  forecast: null,
  periods: [
    examplePeriod(1, { state: 'SETTLED' }),
    examplePeriod(2, { state: 'OPEN' }),
    examplePeriod(3),
  ],
});

describe('windowOf', () => {
  it('asks for the days of the year in hand', () => {
    expect(windowOf(examplePosition(), 'year')).toEqual({
      from: '2027-01-01',
      to: '2028-01-01',
      interval: 'P1D',
    });
  });

  it('asks for the day before a later year, where its line starts', () => {
    expect(windowOf(second, 'year')).toMatchObject({ from: '2027-12-31', to: '2029-01-01' });
  });

  it('asks for weeks of the whole term', () => {
    expect(windowOf(second, 'term')).toEqual({
      from: '2027-01-01',
      to: '2032-01-01',
      interval: 'P7D',
    });
  });
});

describe('boundsOf', () => {
  it('draws the year in hand or the term', () => {
    expect(boundsOf(second, 'year', [])).toMatchObject({ start: '2028-01-01', end: '2029-01-01' });
    expect(boundsOf(second, 'term', [])).toMatchObject({ start: '2027-01-01', end: '2032-01-01' });
  });

  it('draws what there is where no position is known', () => {
    expect(boundsOf(undefined, 'year', examplePoints('2027-01-01', 10, 5))).toEqual({
      start: '2027-01-01',
      end: '2027-01-11',
    });
  });
});

describe('projectionOf', () => {
  it('goes from the last complete day to the end of the year', () => {
    expect(projectionOf(examplePosition())).toEqual({
      amount: '18516000000',
      fromDay: '2027-07-02',
      toDay: '2028-01-01',
      fromE18: 9_000_000_000n * 10n ** 18n,
      toE18: 18_516_000_000n * 10n ** 18n,
    });
  });

  it('stands on what earlier years have counted', () => {
    const periods = [
      examplePeriod(0, { index: 0, state: 'SETTLED', counted: '1000000000' }),
      examplePeriod(1),
    ];

    expect(projectionOf(examplePosition({ periods }))).toMatchObject({
      fromE18: 10_000_000_000n * 10n ** 18n,
      toE18: 19_516_000_000n * 10n ** 18n,
    });
  });

  it('is none while no pace is known', () => {
    expect(projectionOf(second)).toBeUndefined();
  });
});
