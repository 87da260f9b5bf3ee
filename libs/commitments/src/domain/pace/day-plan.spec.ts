import { E18 } from '@app/money';
import { dayPlan } from './day-plan.js';

const PLAN = 20_000_000_000n * E18;

describe('W26 a plan by days in cents', () => {
  it.each([
    ['2028-01-01', '2029-01-01', 366, '54644808.74', '54644808.75', 116],
    ['2027-01-01', '2028-01-01', 365, '54794520.54', '54794520.55', 290],
  ])('from %s', (start, end, length, each, more, first) => {
    const plan = dayPlan(PLAN, 'USD', start, end);
    expect(plan).toHaveLength(length);
    expect(plan.slice(0, first).every(({ amount }) => amount === more)).toBe(true);
    expect(plan.slice(first).every(({ amount }) => amount === each)).toBe(true);
    const cents = plan.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
    expect(cents).toBe(2_000_000_000_000n);
    expect([plan[0]?.day, plan.at(-1)?.day]).toEqual([start, `${start.slice(0, 4)}-12-31`]);
  });
});
