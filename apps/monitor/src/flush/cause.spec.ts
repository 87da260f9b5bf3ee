import { dayNumber } from '@app/calendar';
import { type BookedCommitment, type JudgementPart } from '@app/commitments';
import { causeOf, causesOf } from './cause.js';

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

describe('causes of a flush', () => {
  it('are each commitment its own; the ledger itself has that of them all', () => {
    const booked = ['a', 'b', 'c'].map(
      (commitmentId) => ({ commitment: { commitmentId } }) as BookedCommitment,
    );
    const changes = new Map<string, ReadonlySet<JudgementPart | 'usage'>>([
      ['a', new Set(['price', 'usage'])],
      ['b', new Set(['usage'])],
      ['c', new Set(['fx', 'usage'])],
    ]);
    const book = {
      dirtyUntil: day,
      changesOf: ({ commitment }: BookedCommitment) =>
        changes.get(commitment.commitmentId) ?? new Set<never>(),
    };
    const { cause, causes } = causesOf(book, booked, [null]);
    expect(cause).toBe('price_change');
    expect(Object.fromEntries(causes)).toEqual({ a: 'price_change', b: 'usage', c: 'fx_change' });
  });
});
