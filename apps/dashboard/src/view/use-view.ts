import { useCallback, useSyncExternalStore } from 'react';

import { formatView, parseView, type View } from './view.js';

const CHANGED = 'popstate';

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
  };
}

export interface ViewStore {
  readonly view: View;
  /** Moves to another view; back and forward of the browser work. */
  readonly show: (next: View) => void;
}

export function useView(): ViewStore {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  const show = useCallback((next: View) => {
    window.history.pushState(null, '', window.location.pathname + formatView(next));
    window.dispatchEvent(new PopStateEvent(CHANGED));
  }, []);
  return { view: parseView(search), show };
}
