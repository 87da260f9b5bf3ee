/** Whether an event was recorded by a moment; both RFC 3339 in UTC, at most 6 fraction digits. */
export function recordedBy(recordedAt: string, asOf: string): boolean {
  return micros(recordedAt) <= micros(asOf);
}

// Date.parse stops at milliseconds: two events of one millisecond are two moments.
function micros(instant: string): bigint {
  const [seconds = '', fraction = ''] = instant.replace('Z', '').split('.');
  return BigInt(Date.parse(`${seconds}Z`)) * 1000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
}
