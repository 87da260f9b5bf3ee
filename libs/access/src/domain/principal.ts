import type { Role } from './roles.js';

/** Who acts: a person or a service, by one of its keys. */
export interface Principal {
  /** Name of the person or service; stands in events as the actor. */
  readonly id: string;
  readonly keyId: string;
  readonly roles: readonly Role[];
  /** Sources that an `ingest` key may send for; empty: all. */
  readonly sourcePrefixes: readonly string[];
}

/** Whether the principal may send usage for a source. */
export function maySendFor(principal: Principal, source: string): boolean {
  if (principal.roles.includes('admin') || principal.sourcePrefixes.length === 0) return true;
  return principal.sourcePrefixes.some((prefix) => source.startsWith(prefix));
}
