import { EventStore, type ExecuteOptions } from '@app/event-store';
import { type CommandContext, executeOnStream, type StreamAnswer } from '@app/pricing';
import {
  type Contract,
  type ContractCommand,
  contractDecider,
  type ContractEvent,
} from '../domain/index.js';
import { CommitmentNotFoundError, ContractNotFoundError } from '../queries/not-found.errors.js';
import { CommitmentNameStore } from '../storage/commitment-name.store.js';
import { contractStream } from './contract-stream.js';

/** Carries commands to a contract's stream. */
export class ContractCommands {
  constructor(
    private readonly eventStore: EventStore,
    private readonly names: CommitmentNameStore,
  ) {}

  /** One transaction: idempotency record, load, decide, append, `onAppend`; under `dryRun` decides only. */
  execute(
    contractId: string,
    command: ContractCommand,
    options: CommandContext & Pick<ExecuteOptions, 'onAppend'>,
  ): Promise<StreamAnswer<ContractEvent>> {
    const stream = contractStream(contractId);
    return executeOnStream(this.eventStore, stream, contractDecider, command, options);
  }

  /** @throws ContractNotFoundError when nothing was ever signed under the id */
  async mustExist(contractId: string): Promise<Contract> {
    const { state, version } = await this.eventStore.load(
      contractStream(contractId),
      contractDecider,
    );
    if (version === 0n) throw new ContractNotFoundError(contractId);
    return state;
  }

  /**
   * The contract that holds a commitment.
   *
   * @throws CommitmentNotFoundError when nobody ever signed it
   */
  async holding(commitmentId: string): Promise<Contract> {
    const contractId = await this.names.contractOf(commitmentId);
    if (contractId === undefined) throw new CommitmentNotFoundError(commitmentId);
    return this.mustExist(contractId);
  }
}
