import { type EventStore, type ExecuteOptions } from '@app/event-store';
import { type PriceBookCommand, priceBookDecider } from '../domain/index.js';
import { type CommandAnswer, type CommandContext } from './command-context.js';
import { priceBookStream } from './price-book-stream.js';

/** One transaction: idempotency record, load, decide, append, `onAppend`; under `dryRun` decides only. */
export async function executePriceBook(
  eventStore: EventStore,
  priceBookId: string,
  command: PriceBookCommand,
  options: CommandContext & Pick<ExecuteOptions, 'onAppend'>,
): Promise<CommandAnswer> {
  const stream = priceBookStream(priceBookId);
  const { dryRun, ...execute } = options;
  if (dryRun === true) {
    const { state, version } = await eventStore.load(stream, priceBookDecider);
    const events = priceBookDecider.decide(state, command);
    const { position } = await eventStore.head();
    return { version: version + BigInt(events.length), position: token(position), replayed: false };
  }
  const done = await eventStore.execute(stream, priceBookDecider, command, execute);
  return { version: done.version, position: token(done.position), replayed: done.replayed };
}

const token = (position: bigint): string => `-1:${position.toString()}`;
