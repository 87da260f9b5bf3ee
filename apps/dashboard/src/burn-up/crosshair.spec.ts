import { examplePoints } from '../testing/series.fixture.js';
import { movedBy, nearestRow } from './crosshair.js';
import { rowsOf } from './rows.js';

describe('movedBy', () => {
  it.each([
    ['ArrowRight', 11],
    ['ArrowLeft', 9],
    ['PageUp', 38],
    ['PageDown', 0],
    ['Home', 0],
    ['End', 99],
    ['Escape', null],
    ['a', undefined],
  ])('%s goes from 10 of 100 days to %p', (key, to) => {
    expect(movedBy(key, 10, 100, 'P1D')).toBe(to);
  });

  it('stops at the ends', () => {
    expect(movedBy('ArrowLeft', 0, 100, 'P1D')).toBe(0);
    expect(movedBy('PageUp', 90, 100, 'P7D')).toBe(99);
  });
});

describe('nearestRow', () => {
  const rows = rowsOf(examplePoints('2027-01-01', 10, 5));

  it('is the day whose end is nearest', () => {
    expect(nearestRow(rows, 20821.4)).toBe(1);
    expect(nearestRow(rows, 20821.6)).toBe(2);
    expect(nearestRow(rows, 0)).toBe(0);
    expect(nearestRow(rows, 99999)).toBe(9);
  });
});
