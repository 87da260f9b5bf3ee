import {
  type Decider,
  type EventStore,
  type ExecuteOptions,
  VersionConflictError,
} from '@app/event-store';
import { type CommandAnswer, type CommandContext } from './command-context.js';

/** What a command answers, with what it recorded (or would, under `dryRun`). */
export interface StreamAnswer<Event> extends CommandAnswer {
  readonly events: readonly Event[];
}

/**
 * One transaction: idempotency record, load, decide, append, `onAppend`; under `dryRun` decides only.
 *
 * @throws VersionConflictError when `expectedVersion` is given and is not the stream's version
 */
export async function executeOnStream<State, Command, Event extends { readonly type: string }>(
  eventStore: EventStore,
  stream: string,
  decider: Decider<State, Command, Event>,
  command: Command,
  options: CommandContext & Pick<ExecuteOptions, 'onAppend'>,
): Promise<StreamAnswer<Event>> {
  const { dryRun, ...execute } = options;
  if (dryRun === true) {
    const { state, version } = await eventStore.load(stream, decider);
    const { expectedVersion = version } = execute;
    if (expectedVersion !== version) {
      throw new VersionConflictError(stream, expectedVersion, version);
    }
    const events = decider.decide(state, command);
    const { position } = await eventStore.head();
    return {
      version: version + BigInt(events.length),
      position: token(position),
      replayed: false,
      events,
    };
  }
  const done = await eventStore.execute(stream, decider, command, execute);
  return {
    version: done.version,
    position: token(done.position),
    replayed: done.replayed,
    events: done.events.map(({ data }) => data),
  };
}

const token = (position: bigint): string => `-1:${position.toString()}`;
