import { dayNumber } from '@app/calendar';
import { type CellLines, type UsageLedgerReader } from '@app/usage-ledger';
import { type Meta } from '@app/wire';
import { type Basis, type ExplainedCell, Explanation } from '../domain/index.js';
import { type LedgerViews, metaOf, stateIn } from './ledger-views.js';
import { type PositionGate } from './position-gate.js';
import { type ReadAddress } from './read-address.js';

/** An explanation at one address. */
export interface ReadExplanation {
  /** Cells of the day numbers `[from, to)`, none of them at or after `through`. */
  readonly cells: (from: number, to: number) => Iterable<ExplainedCell>;
  /** Null: quantities of a unit. */
  readonly basis: Basis | null;
  /** Last segment per shard that the address includes. */
  readonly vector: ReadonlyMap<number, bigint>;
  readonly meta: Meta;
}

/** Explains commitments by folding facts and judgement in this process. */
export class ExplanationReader {
  constructor(
    private readonly views: LedgerViews,
    private readonly gate: PositionGate,
    private readonly usage: UsageLedgerReader,
  ) {}

  /**
   * @throws ProjectionBehindError
   * @throws CommitmentNotFoundError
   */
  async read(commitmentId: string, at: ReadAddress): Promise<ReadExplanation> {
    await this.gate.pass(at);
    const view = await this.views.at(at);
    const state = stateIn(view, commitmentId);
    const explanation = new Explanation(view.book.judged, commitmentId, view.book.usage());
    const { through } = view.at;
    const end = through === null ? Infinity : dayNumber(through);
    return {
      cells: (from, to) => explanation.cells(from, Math.min(to, end)),
      basis: explanation.basis,
      vector: view.book.address.shards,
      meta: metaOf(view, state),
    };
  }

  /** Segments and lines behind the cells, numbered as their charges follow each other. */
  async lines(
    cells: readonly ExplainedCell[],
    vector: ReadonlyMap<number, bigint>,
    limit: number,
  ): Promise<CellLines> {
    const charges = cells.flatMap(({ digest, charges }) =>
      charges.map(({ startDay, endDay }) => ({ digest, startDay, endDay })),
    );
    return this.usage.linesOfCells(charges, vector, limit);
  }
}
