import { cacheFolder } from './folders.js';

describe('cacheFolder', () => {
  it('follows the habit of each platform', () => {
    expect(cacheFolder({}, 'linux', '/home/ada')).toBe('/home/ada/.cache/commitment-ledger');
    expect(cacheFolder({}, 'darwin', '/Users/ada')).toBe(
      '/Users/ada/Library/Caches/commitment-ledger',
    );
  });

  it('goes where XDG_CACHE_HOME says', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/fast' }, 'linux', '/home/ada')).toBe(
      '/fast/commitment-ledger',
    );
  });
});
