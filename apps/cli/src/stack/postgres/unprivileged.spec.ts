import { isReachable, serverUser } from './unprivileged.js';

describe('user of the database server', () => {
  it('is nobody when root started it, and the caller otherwise', () => {
    expect(serverUser(0)).toBe(65_534);
    expect(serverUser(1_000)).toBeUndefined();
  });
});

describe('isReachable', () => {
  const modes = (closed: string) => (path: string) => (path === closed ? 0o40700 : 0o40755);

  it('needs every folder above to be open', () => {
    expect(isReachable('/home/ada/ledger/data', modes('/none'))).toBe(true);
    expect(isReachable('/home/ada/ledger/data', modes('/home/ada'))).toBe(false);
    expect(isReachable('/home/ada/ledger/data', modes('/home/ada/ledger'))).toBe(false);
  });

  it('does not mind the mode of the folder itself', () => {
    expect(isReachable('/srv/data', modes('/srv/data'))).toBe(true);
  });
});
