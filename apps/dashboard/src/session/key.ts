const ITEM = 'commitment-ledger.key';

/** The parts of `window` that hold the key. */
export interface KeyPlace {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/**
 * Takes the API key out of the fragment (`#key=…`, never sent to a server) into this tab's session
 * storage and wipes it from the address bar and the history entry.
 */
export function takeKey(place: KeyPlace): string | null {
  const key = new URLSearchParams(place.location.hash.slice(1)).get('key');
  if (key !== null && key !== '') {
    place.sessionStorage.setItem(ITEM, key);
    place.history.replaceState(null, '', place.location.pathname + place.location.search);
  }
  return place.sessionStorage.getItem(ITEM);
}

export function keepKey(place: KeyPlace, key: string): void {
  place.sessionStorage.setItem(ITEM, key);
}

export function forgetKey(place: KeyPlace): void {
  place.sessionStorage.removeItem(ITEM);
}
