import { exampleAlert } from '../testing/alert.fixture.js';
import { dayOfAlert, markersOf } from './markers.js';

const bounds = { start: '2027-01-01', end: '2028-01-01' };
/** Two pixels a day from the first of January on. */
const x = (at: number): number => (at - 20819) * 2;

describe('dayOfAlert', () => {
  it('is the day of the data, else the day on which it fired', () => {
    expect(dayOfAlert(exampleAlert())).toBe('2027-07-01');
    expect(dayOfAlert(exampleAlert({ since: null }))).toBe('2027-07-02');
  });
});

describe('markersOf', () => {
  it('stand on their day, from left to right', () => {
    const alerts = [exampleAlert({ since: '2027-03-02' }), exampleAlert({ since: '2027-02-01' })];

    expect(markersOf(alerts, bounds, x).map((marker) => marker.x)).toEqual([62, 120]);
  });

  it('are drawn as one where they would overlap, in the highest severity', () => {
    const alerts = [
      exampleAlert({ since: '2027-02-01', severity: 'info' }),
      exampleAlert({ since: '2027-02-02', severity: 'critical' }),
      exampleAlert({ since: '2027-02-02', severity: 'medium' }),
    ];

    const [marker, ...others] = markersOf(alerts, bounds, x);

    expect(others).toEqual([]);
    expect(marker).toMatchObject({ x: 62, severity: 'critical' });
    expect(marker?.alerts).toHaveLength(3);
  });

  it('leave out what is pending and what lies outside', () => {
    const alerts = [exampleAlert({ status: 'pending' }), exampleAlert({ since: '2026-12-31' })];

    expect(markersOf(alerts, bounds, x)).toEqual([]);
  });
});
