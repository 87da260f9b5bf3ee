import { addDays } from '@app/calendar';
import { type ArrivalRecord, observeArrival, usualPauseSeconds } from './cadence.js';

/** Arrivals of the n-th day at these hours. */
function observe(days: readonly (readonly number[])[]): ArrivalRecord | undefined {
  return days
    .flatMap((hours, n) =>
      hours.map(
        (hour) => `${addDays('2027-07-01', n)}T${String(hour).padStart(2, '0')}:00:00.000Z`,
      ),
    )
    .reduce<ArrivalRecord | undefined>(observeArrival, undefined);
}

const HOUR = 3600;

describe('the usual pause of a source', () => {
  it('is the median of the longest pauses of its days', () => {
    // Hours of the longest pause that ends on each day: 6, 18, 24, 36, 30.
    const record = observe([[0, 6], [0], [0], [12], [18]]);
    expect(record?.days.map(({ longestPauseSeconds }) => longestPauseSeconds / HOUR)).toEqual([
      6, 18, 24, 36, 30,
    ]);
    expect(usualPauseSeconds(record)).toBe(24 * HOUR);
    expect(usualPauseSeconds(observe([[0, 6], [0], [0], [12]]))).toBe(21 * HOUR);
  });

  it('is not known before three days', () => {
    expect(usualPauseSeconds(undefined)).toBeNull();
    expect(usualPauseSeconds(observe([[6], [6], [6]]))).toBeNull();
    expect(usualPauseSeconds(observe([[6], [6], [6], [6]]))).toBe(24 * HOUR);
  });

  it('forgets what is older than fourteen days with arrivals, and one outage', () => {
    const daily = Array.from({ length: 30 }, () => [6]);
    expect(observe(daily)?.days).toHaveLength(14);
    const outage = [...daily.slice(0, 10), [], [], [], [], ...daily.slice(0, 10)];
    expect(usualPauseSeconds(observe(outage))).toBe(24 * HOUR);
  });

  it('learns nothing from what is not newer', () => {
    const record = observe([[6], [7]]);
    expect(observeArrival(record, '2027-07-01T00:00:00.000Z')).toBe(record);
    expect(observeArrival(record, record?.lastRecordedAt ?? '')).toBe(record);
  });
});
