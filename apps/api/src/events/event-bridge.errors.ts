import type { ProblemError } from '@app/wire';

/** A batch that is not one JSON array: no event of it can be told apart. */
export class EventsInvalidError extends Error {
  readonly code = 'events-invalid';
  readonly pointer = '';

  constructor() {
    super('a batch is one JSON array of events');
  }
}

export class TooManyEventsError extends Error {
  readonly code = 'too-many-events';

  constructor(events: number) {
    super(`${events} events in one request`);
  }
}

/** Not one of the events could be taken. */
export class EventsRejectedError extends Error {
  readonly code = 'events-rejected';

  constructor(readonly errors: readonly ProblemError[]) {
    super('none of the events was taken');
  }
}
