import { dayNumber } from '@app/calendar';
import { causeOf } from './cause.js';

const day = dayNumber('2026-03-10');
const usageUntil = (dirtyUntil: number) => ({ changes: new Set(['usage' as const]), dirtyUntil });

describe('cause of a flush', () => {
  it('is a decision before it is usage', () => {
    const dirtyUntil = day;
    const of = (...changes: ('contract' | 'price' | 'fx' | 'usage')[]) =>
      causeOf({ changes: new Set(changes), dirtyUntil }, []);
    expect(of('usage', 'price', 'contract')).toBe('contract_change');
    expect(of('usage', 'fx', 'price')).toBe('price_change');
    expect(of('usage', 'fx')).toBe('fx_change');
    expect(of()).toBe('clock');
  });

  it('is a correction when only complete days changed', () => {
    expect(causeOf(usageUntil(day), ['2026-03-10', null])).toBe('correction');
    expect(causeOf(usageUntil(day + 1), ['2026-03-10', null])).toBe('usage');
    expect(causeOf(usageUntil(day), ['2026-03-10', '2026-03-09'])).toBe('usage');
  });

  it('is usage while no day is complete', () => {
    expect(causeOf(usageUntil(day), [null])).toBe('usage');
    expect(causeOf(usageUntil(day), [])).toBe('usage');
  });

  it('is usage when a segment brought nothing but its place', () => {
    expect(causeOf(usageUntil(-Infinity), ['2026-03-10'])).toBe('usage');
  });
});
