import { EventStore, type StoredEvent } from '@app/event-store';
import { recordedBy } from '@app/pricing';
import { contractStream } from '../commands/contract-stream.js';
import { type Contract, contractDecider, type ContractEvent } from '../domain/index.js';

/** A contract as known at a moment, with the events that made it. */
export interface KnownContract {
  readonly contract: Contract;
  readonly version: bigint;
  readonly events: readonly StoredEvent<ContractEvent>[];
}

/** Folds a contract's stream up to a recorded time. */
export class ContractReader {
  constructor(private readonly eventStore: EventStore) {}

  /** Undefined when nothing was signed under the id by `asOf`. */
  async read(contractId: string, asOf?: string): Promise<KnownContract | undefined> {
    const stored = await this.eventStore.readStream(contractStream(contractId));
    const events = (stored as StoredEvent<ContractEvent>[]).filter(
      ({ recordedAt }) => asOf === undefined || recordedBy(recordedAt, asOf),
    );
    const last = events.at(-1);
    if (last === undefined) return undefined;
    const contract = events.reduce(
      (state, { data }) => contractDecider.evolve(state, data),
      contractDecider.initial(),
    );
    return { contract, version: last.version, events };
  }
}
