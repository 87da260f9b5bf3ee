/**
 * Pause before try `attempt` (from 1): full jitter over 0.1 s doubling to 5 s.
 *
 * @param random uniform in [0, 1)
 */
export function backOffMs(attempt: number, random: number): number {
  return Math.round(100 + random * (Math.min(5_000, 100 * 2 ** Math.min(attempt, 10)) - 100));
}
