import { maySendFor, type Principal } from '@app/access';
import { decodeRecord, STRUCTURED_CONTENT_TYPE, type RejectedEvent } from '@app/wire';

/** The events of one source, as bytes, in the order in which they came. */
export type EventsBySource = ReadonlyMap<string, readonly Buffer[]>;

export interface SortedEvents {
  readonly accepted: EventsBySource;
  readonly received: number;
  readonly rejected: readonly RejectedEvent[];
}

const HEADERS = { 'content-type': Buffer.from(STRUCTURED_CONTENT_TYPE) };

/** Judges every event as ingest will, and lays those of a source together. */
export function sortEvents(
  events: readonly Buffer[],
  principal: Principal,
  now: Date,
): SortedEvents {
  const accepted = new Map<string, Buffer[]>();
  const rejected: RejectedEvent[] = [];
  events.forEach((value, index) => {
    const [decoded] = decodeRecord({ key: null, value, headers: HEADERS }, { now });
    if (decoded?.ok !== true) {
      const { code = 'value-empty', pointer = '', detail = '', source, id } = decoded ?? {};
      const problem = { pointer, code, detail };
      rejected.push({ index, source: source ?? null, id: id ?? null, problem });
      return;
    }
    const { source, id } = decoded.event;
    if (!maySendFor(principal, source)) {
      const detail = 'the key may not send for this source';
      const problem = { pointer: '/source', code: 'source-forbidden', detail };
      rejected.push({ index, source, id, problem });
      return;
    }
    const ofSource = accepted.get(source) ?? [];
    ofSource.push(value);
    accepted.set(source, ofSource);
  });
  return { accepted, received: events.length - rejected.length, rejected };
}
