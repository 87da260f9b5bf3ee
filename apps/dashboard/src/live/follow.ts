import { type ServerEvent, ServerEventReader } from './sse.js';

export type LiveState = 'connecting' | 'live' | 'lost';

export interface FollowOptions {
  /** Opens the stream behind the last event seen. */
  readonly open: (lastEventId: string | undefined, signal: AbortSignal) => Promise<Response>;
  readonly onEvent: (event: ServerEvent) => void;
  readonly onState: (state: LiveState) => void;
  /** Waits, or returns early when aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<undefined>;
  readonly signal: AbortSignal;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** The API sends a heartbeat every 15 s; two missed ones mean a dead connection. */
const SILENCE_MS = 40_000;

/** Follows an event stream until aborted, connecting again with growing pauses. */
export async function follow(options: FollowOptions): Promise<void> {
  const { signal, onState, wait } = options;
  const isOver = (): boolean => signal.aborted;
  let lastEventId: string | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  while (!isOver()) {
    try {
      for await (const event of eventsOf(options, lastEventId, () => {
        pauseMs = FIRST_PAUSE_MS;
        onState('live');
      })) {
        lastEventId = event.id ?? lastEventId;
        options.onEvent(event);
      }
    } catch {
      // Any failure of the connection is answered the same way: say so, pause, connect again.
    }
    if (isOver()) return;
    onState('lost');
    await wait(pauseMs, signal);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

async function* eventsOf(
  { open, signal, wait }: FollowOptions,
  lastEventId: string | undefined,
  onOpen: () => void,
): AsyncGenerator<ServerEvent> {
  const connection = new AbortController();
  const either = AbortSignal.any([signal, connection.signal]);
  const response = await open(lastEventId, either);
  if (!response.ok || response.body === null) throw new Error(`stream answered ${response.status}`);
  onOpen();
  const body = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const reader = new ServerEventReader();
  try {
    for (;;) {
      const quiet = new AbortController();
      const silence = wait(SILENCE_MS, AbortSignal.any([either, quiet.signal]));
      const piece = await Promise.race([body.read(), silence]);
      quiet.abort();
      if (piece === undefined || piece.done) return;
      yield* reader.push(piece.value);
    }
  } finally {
    connection.abort();
  }
}
