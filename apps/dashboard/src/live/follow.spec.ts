import { follow, type FollowOptions, type LiveState } from './follow.js';
import { type ServerEvent } from './sse.js';

type Connection = Response | Error;

/** Follows over the given connections in turn and stops when they are used up. */
async function followOver(connections: Connection[], wait?: FollowOptions['wait']) {
  const stop = new AbortController();
  const seen = { events: [] as ServerEvent[], states: [] as LiveState[] };
  const asked: (string | undefined)[] = [];
  const pauses: number[] = [];
  await follow({
    signal: stop.signal,
    open: (lastEventId) => {
      asked.push(lastEventId);
      const next = connections.shift() ?? new Error('no connection left');
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    },
    onEvent: (event) => seen.events.push(event),
    onState: (state) => seen.states.push(state),
    wait: async (milliseconds, signal) => {
      if (milliseconds >= 40_000) return (wait ?? untilAborted)(milliseconds, signal);
      pauses.push(milliseconds);
      if (connections.length === 0) stop.abort();
      return undefined;
    },
  });
  return { ...seen, asked, pauses };
}

const untilAborted: FollowOptions['wait'] = (_milliseconds, signal) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(undefined);
    });
  });

describe('follow', () => {
  it('hands over the events and resumes behind the last one', async () => {
    const first = new Response('id: 0:1\ndata: a\n\nid: 0:2\ndata: b\n\n');
    const second = new Response('id: 0:3\ndata: c\n\n');

    const { events, asked, states } = await followOver([first, second]);

    expect(events.map(({ data }) => data)).toEqual(['a', 'b', 'c']);
    expect(asked).toEqual([undefined, '0:2']);
    expect(states).toEqual(['live', 'lost', 'live', 'lost']);
  });

  it('pauses longer after each failure and shortly again after a success', async () => {
    const down = new Error('refused');
    const busy = new Response('', { status: 503 });

    const { pauses } = await followOver([down, busy, down, new Response(''), down]);

    expect(pauses).toEqual([500, 1000, 2000, 500, 1000]);
  });

  it('connects again when neither event nor heartbeat comes', async () => {
    const silent = new Response(new ReadableStream<Uint8Array>());
    const speaking = new Response('data: back\n\n');

    const { asked, states } = await followOver([silent, speaking], () =>
      Promise.resolve(undefined),
    );

    expect(states).toEqual(['live', 'lost', 'live', 'lost']);
    expect(asked).toEqual([undefined, undefined]);
  });
});
