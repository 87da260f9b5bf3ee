import { forgetKey, keepKey, type KeyPlace, takeKey } from './key.js';

function placeAt(hash: string): KeyPlace & { urls: string[] } {
  const items = new Map<string, string>();
  const urls: string[] = [];
  return {
    urls,
    location: { hash, pathname: '/', search: '?commitment=aws-100b' },
    history: { replaceState: (_data, _unused, url) => urls.push(url) },
    sessionStorage: {
      getItem: (name) => items.get(name) ?? null,
      setItem: (name, value) => items.set(name, value),
      removeItem: (name) => items.delete(name),
    },
  };
}

describe('the API key', () => {
  it('moves from the fragment to the session and leaves the address bar', () => {
    const place = placeAt('#key=cl_dev_abc');

    expect(takeKey(place)).toBe('cl_dev_abc');
    expect(place.urls).toEqual(['/?commitment=aws-100b']);
    expect(takeKey({ ...place, location: { ...place.location, hash: '' } })).toBe('cl_dev_abc');
  });

  it('is absent without a fragment and without a session', () => {
    const place = placeAt('');

    expect(takeKey(place)).toBeNull();
    expect(place.urls).toEqual([]);
  });

  it('is kept when typed in, and forgotten on request', () => {
    const place = placeAt('');
    keepKey(place, 'cl_dev_typed');
    expect(takeKey(place)).toBe('cl_dev_typed');

    forgetKey(place);
    expect(takeKey(place)).toBeNull();
  });
});
