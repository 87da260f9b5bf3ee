import { EventStore, type ExecuteOptions } from '@app/event-store';
import { type CommandAnswer, type CommandContext } from '@app/pricing';
import { type ContractCommand, contractDecider } from '../domain/index.js';
import { ContractNotFoundError } from '../queries/not-found.errors.js';
import { contractStream } from './contract-stream.js';

/** Carries commands to a contract's stream. */
export class ContractCommands {
  constructor(private readonly eventStore: EventStore) {}

  /** One transaction: idempotency record, load, decide, append, `onAppend`; under `dryRun` decides only. */
  async execute(
    contractId: string,
    command: ContractCommand,
    options: CommandContext & Pick<ExecuteOptions, 'onAppend'>,
  ): Promise<CommandAnswer> {
    const stream = contractStream(contractId);
    const { dryRun, ...execute } = options;
    if (dryRun === true) {
      const { state, version } = await this.eventStore.load(stream, contractDecider);
      const events = contractDecider.decide(state, command);
      const { position } = await this.eventStore.head();
      return answer(version + BigInt(events.length), position, false);
    }
    const done = await this.eventStore.execute(stream, contractDecider, command, execute);
    return answer(done.version, done.position, done.replayed);
  }

  /** @throws ContractNotFoundError when nothing was ever signed under the id */
  async mustExist(contractId: string): Promise<void> {
    const { version } = await this.eventStore.load(contractStream(contractId), contractDecider);
    if (version === 0n) throw new ContractNotFoundError(contractId);
  }
}

function answer(version: bigint, position: bigint, replayed: boolean): CommandAnswer {
  return { version, position: `-1:${position.toString()}`, replayed };
}
