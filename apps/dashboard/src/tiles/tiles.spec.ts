import { plain } from '../format/phrase.js';
import { examplePace, examplePeriod, examplePosition } from '../testing/position.fixture.js';
import { type Tile } from './tile.js';
import { tilesOf } from './tiles.js';

const read = ({ label, digits, unit, note }: Tile): string =>
  `${label}: ${digits} ${unit}`.trim() + ` (${plain(note)})`;

describe('tilesOf', () => {
  it('gives the six figures of a running year', () => {
    expect(tilesOf(examplePosition()).map(read)).toEqual([
      'Attained: 9.00 bn USD (45.0% of 20.0 bn, 9.0% of the term)',
      'Left to spend: 11.0 bn USD (due by 31 Dec 2027, 183 days left)',
      'Run rate a day: 52.0 m USD (60.1 m needed, 86.5% of it achieved)',
      'Projected shortfall: 1.48 bn USD (18.5 bn expected, median of the forecast)',
      'Probability of missing: 99.9% (8 in 10 paths end between 18.1 bn and 18.9 bn)',
      'Until the point of no return: 129 days (latest start 8 November 2027)',
    ]);
  });

  it('keeps the exact amount of the API for the title', () => {
    expect(tilesOf(examplePosition()).map((tile) => tile.exact)).toEqual([
      '9,000,000,000 USD',
      '11,000,000,000 USD',
      '52,000,000 USD',
      '1,484,000,000 USD',
      '0.9987',
      undefined,
    ]);
  });

  it('falls back on the run rate while there is no forecast', () => {
    const [, , , projected, risk, turn] = tilesOf(examplePosition({ forecast: null })).map(read);

    expect(projected).toBe(
      'Projected shortfall: 1.48 bn USD (18.5 bn expected, at the rate of 28 days)',
    );
    expect(risk).toBe('Risk of missing: High (run rate is 86.5% of the need)');
    expect(turn).toBe('Time left: 183 days (point of no return: not forecast yet)');
  });

  it('calls a projection above the requirement a surplus', () => {
    const pace = examplePace({ projected: '20300000000' });
    const [, , , projected] = tilesOf(examplePosition({ forecast: null, pace }));

    expect(projected).toMatchObject({ label: 'Projected surplus', digits: '300', tone: 'good' });
  });

  it('counts carried-forward spend towards the requirement', () => {
    const periods = [examplePeriod(1, { carryUsed: '1500000000' })];
    const [, , , projected] = tilesOf(examplePosition({ forecast: null, periods }));

    expect(projected).toMatchObject({ label: 'Projected surplus', exact: '16,000,000 USD' });
  });

  it('shows dashes with the reason before the first complete day', () => {
    const tiles = tilesOf(examplePosition({ pace: null, forecast: null }));

    expect(tiles.slice(2).map(read)).toEqual([
      'Run rate a day: – (from the first complete day on)',
      'Projected result: – (from the first complete day on)',
      'Probability of missing: – (from the first complete day on)',
      'Point of no return: – (from the first complete day on)',
    ]);
  });

  it.each([
    ['20100000000', 'none: the pace of today suffices'],
    ['18516000000', 'passed: no ramp reaches the minimum'],
  ])('says why there is no point of no return when %s is expected', (p50, reason) => {
    const { forecast } = examplePosition();
    const without = forecast && { ...forecast, p50, pointOfNoReturn: null };

    expect(
      tilesOf(examplePosition({ forecast: without }))
        .map(read)
        .at(-1),
    ).toBe(`Until the point of no return: – (${reason})`);
  });

  it.each([
    ['0.8', 'bad'],
    ['0.5', 'watch'],
    ['0.4999', 'good'],
  ])('colours a probability of %s as %s', (pShortfall, tone) => {
    const { forecast } = examplePosition();
    const tiles = tilesOf(examplePosition({ forecast: forecast && { ...forecast, pShortfall } }));

    expect(tiles[4]?.tone).toBe(tone);
  });

  it('draws the bar of the requirement with a mark where the pace should be', () => {
    const [attained] = tilesOf(examplePosition());

    expect(attained?.gauge).toEqual({ filled: 450, mark: 498 });
  });
});
