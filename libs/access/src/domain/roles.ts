/** What a key may be; one may carry several. `admin` may everything. */
export const ROLES = ['admin', 'ingest', 'viewer', 'analyst', 'operator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** What a route is for, and which roles (besides `admin`) it is open to. */
export const ACCESS = {
  /** Usage in: events and adapters. */
  ingest: ['ingest'],
  /** Contracts, commitments and all below them, usage, sources, alerts, stream, head. */
  read: ['viewer', 'analyst', 'operator', 'auditor'],
  /** Acts on alerts, rules and webhook endpoints. */
  operate: ['operator'],
  /** What operators act on, raw events and quarantine. */
  inspect: ['operator', 'auditor'],
  audit: ['auditor'],
  /** Commands on contracts, prices and keys. */
  administer: [],
} as const satisfies Record<string, readonly Role[]>;
export type Access = keyof typeof ACCESS;

/** Whether somebody of these roles may use a route of this access. */
export function mayUse(roles: readonly Role[], access: Access): boolean {
  const admitted: readonly Role[] = ACCESS[access];
  return roles.some((role) => role === 'admin' || admitted.includes(role));
}
