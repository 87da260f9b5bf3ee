import { maySendFor, type Principal } from './principal.js';
import { type Access, mayUse, type Role } from './roles.js';

/** Written out from the table of roles: who besides admin may use what. */
const TABLE: Record<Access, Role[]> = {
  ingest: ['ingest'],
  read: ['viewer', 'analyst', 'operator', 'auditor'],
  operate: ['operator'],
  inspect: ['operator', 'auditor'],
  audit: ['auditor'],
  administer: [],
};
const ROLES: Role[] = ['admin', 'ingest', 'viewer', 'analyst', 'operator', 'auditor'];
const cases = Object.entries(TABLE).flatMap(([access, admitted]) =>
  ROLES.map((role) => ({
    access: access as Access,
    role,
    may: [...admitted, 'admin'].includes(role),
  })),
);

describe('roles', () => {
  it.each(cases)('$role on a route for $access: $may', ({ access, role, may }) => {
    expect(mayUse([role], access)).toBe(may);
  });

  it('add up', () => {
    expect(mayUse(['ingest', 'auditor'], 'audit')).toBe(true);
    expect(mayUse([], 'read')).toBe(false);
  });
});

describe('an ingest key', () => {
  const principal: Principal = { id: 'p', keyId: 'k', roles: ['ingest'], sourcePrefixes: ['a/'] };

  it('sends for its own sources only', () => {
    expect(maySendFor(principal, 'a/1')).toBe(true);
    expect(maySendFor(principal, 'b/1')).toBe(false);
    expect(maySendFor({ ...principal, sourcePrefixes: [] }, 'b/1')).toBe(true);
  });
});
