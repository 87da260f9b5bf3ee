/** Errors of the network under the driver. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);
/**
 * SQLSTATE classes and codes that pass by themselves: connection, resources, shutdown, lock wait,
 * a statement that took too long, a server that is not the primary any more.
 */
const TRANSIENT_STATE = /^(08|53|57P|57014|55P03|40001|40P01|25006|58)/;

/** What the driver says without a code. */
const DRIVER_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/**
 * Whether trouble with PostgreSQL passes by itself, so that the same work is tried again later
 * (reliability: transient faults pause and retry, they never quarantine).
 */
export function isOutage(error: unknown): boolean {
  // Told by its members: an error of Node itself is no instance of this realm's Error under jest.
  if (typeof error !== 'object' || error === null) return false;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return NETWORK.has(code) || TRANSIENT_STATE.test(code);
  return typeof message === 'string' && DRIVER_WORDS.test(message);
}
