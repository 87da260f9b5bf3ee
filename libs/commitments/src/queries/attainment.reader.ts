import { type CommitmentNameStore } from '../storage/commitment-name.store.js';
import { type DayRange, type DrawDown, type Headline } from './draw-down.js';
import { type FoldedReader } from './folded.reader.js';
import { CommitmentNotFoundError } from './not-found.errors.js';
import { type PositionGate } from './position-gate.js';
import { type ReadAddress } from './read-address.js';
import { type StoredReader } from './stored.reader.js';

/**
 * Attainment at any address: the read models answer for the present, a fold in this process for the
 * past, for a cut by usage day, and for what monitor has not folded yet.
 */
export class AttainmentReader {
  constructor(
    private readonly stored: StoredReader,
    private readonly folded: FoldedReader,
    private readonly gate: PositionGate,
    private readonly names: CommitmentNameStore,
  ) {}

  /**
   * @throws ProjectionBehindError
   * @throws CommitmentNotFoundError
   */
  async headline(commitmentId: string, at: ReadAddress): Promise<Headline> {
    await this.gate.pass(at);
    const stored = isPresent(at) ? await this.stored.headline(commitmentId) : undefined;
    return stored ?? this.fold(commitmentId, at);
  }

  /** Headlines by commitment id, all at one address; those not signed by then are absent. */
  async headlines(ids: readonly string[], at: ReadAddress): Promise<Map<string, Headline>> {
    await this.gate.pass(at);
    const stored = isPresent(at) ? await this.stored.headlines(ids) : new Map<string, Headline>();
    return stored.size === ids.length ? stored : this.folded.headlines(ids, at);
  }

  /**
   * @throws ProjectionBehindError
   * @throws CommitmentNotFoundError
   */
  async drawDown(commitmentId: string, at: ReadAddress, range?: DayRange): Promise<DrawDown> {
    await this.gate.pass(at);
    const stored = isPresent(at) ? await this.stored.drawDown(commitmentId, range) : undefined;
    return stored ?? this.fold(commitmentId, at, range);
  }

  // A name that was never given costs a look-up, not a fold of the whole ledger.
  private async fold(commitmentId: string, at: ReadAddress, range?: DayRange): Promise<DrawDown> {
    if ((await this.names.contractOf(commitmentId)) === undefined) {
      throw new CommitmentNotFoundError(commitmentId);
    }
    return this.folded.drawDown(commitmentId, at, range);
  }
}

function isPresent({ asOf, through }: ReadAddress): boolean {
  return asOf === undefined && through === undefined;
}
