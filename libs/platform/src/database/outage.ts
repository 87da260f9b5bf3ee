/** Errors of the network under the driver. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
]);
/** SQLSTATE classes and codes that pass by themselves: connection, resources, shutdown, lock wait. */
const TRANSIENT_STATE = /^(08|53|57P|55P03|40001|40P01|58)/;

/**
 * Whether trouble with PostgreSQL passes by itself, so that the same work is tried again later
 * (reliability: transient faults pause and retry, they never quarantine).
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') return NETWORK.has(code) || TRANSIENT_STATE.test(code);
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  );
}
