import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { follow, type FollowOptions, type LiveState } from './follow.js';
import { throttle } from './throttle.js';

const TOPICS = 'positions,alerts';
/** Under a storm of events the page asks once per second. */
const CALM_MS = 1000;

/**
 * Asks again for what is shown whenever the API says that it moved. An undefined `key` follows
 * nothing: a look at the past does not move.
 */
export function useLive(key: string | undefined, baseUrl: string): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    if (key === undefined) return;
    const stop = new AbortController();
    const refresh = throttle(() => void queries.invalidateQueries(), CALM_MS);
    void follow({
      signal: stop.signal,
      wait,
      onEvent: refresh,
      onState: (next) => {
        setState(next);
        if (next === 'live') refresh();
      },
      open: (lastEventId, signal) =>
        fetch(`${baseUrl}/v1/stream?topics=${TOPICS}`, {
          signal,
          cache: 'no-store',
          headers: {
            accept: 'text/event-stream',
            authorization: `Bearer ${key}`,
            ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
          },
        }),
    });
    return () => {
      stop.abort();
      refresh.cancel();
    };
  }, [key, baseUrl, queries]);
  return state;
}

const wait: FollowOptions['wait'] = (milliseconds, signal) =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve(undefined);
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
