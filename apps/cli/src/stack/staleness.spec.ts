import { fingerprint, isInstallStale, isSource } from '../../../../bin/staleness.mjs';

const file = { path: 'libs/money/src/e18.ts', sizeBytes: 10, modifiedMs: 1_000 };
const other = { path: 'libs/money/src/index.ts', sizeBytes: 20, modifiedMs: 2_000 };

describe('what dist was built from', () => {
  it('does not depend on the order in which files are found', () => {
    expect(fingerprint([file, other])).toBe(fingerprint([other, file]));
  });

  it('changes with a touched, grown, renamed or removed file', () => {
    const before = fingerprint([file, other]);
    const changed = [
      fingerprint([{ ...file, modifiedMs: 1_001 }, other]),
      fingerprint([{ ...file, sizeBytes: 11 }, other]),
      fingerprint([{ ...file, path: 'libs/money/src/e19.ts' }, other]),
      fingerprint([other]),
    ];
    expect(changed).not.toContain(before);
    expect(new Set(changed).size).toBe(4);
  });

  it('leaves specs and texts out: no build reads them', () => {
    expect(isSource('e18.ts')).toBe(true);
    expect(isSource('page.tsx')).toBe(true);
    expect(isSource('money.spec.ts')).toBe(false);
    expect(isSource('README.md')).toBe(false);
  });
});

describe('packages', () => {
  it('are installed when there are none', () => {
    expect(isInstallStale({ installedMs: undefined, lockMs: 5 })).toBe(true);
  });

  it('are installed again when the lock file is newer', () => {
    expect(isInstallStale({ installedMs: 4, lockMs: 5 })).toBe(true);
    expect(isInstallStale({ installedMs: 6, lockMs: 5 })).toBe(false);
  });
});
