import { type Meta } from '@app/wire';
import { diffByCause, type DiffSide, type FigureChange } from '../domain/index.js';
import { type DiffMoments } from './get-diff.query.js';
import { type LedgerView, type LedgerViews, metaOf, stateIn } from './ledger-views.js';
import { type PositionGate } from './position-gate.js';

/** Changes between two moments; `meta` is that of the second one. */
export interface ReadDiff {
  readonly changes: readonly FigureChange[];
  readonly currency: string;
  readonly meta: Meta;
}

/** Compares what was known of a commitment at two moments. */
export class DiffReader {
  constructor(
    private readonly views: LedgerViews,
    private readonly gate: PositionGate,
  ) {}

  /**
   * @throws ProjectionBehindError
   * @throws CommitmentNotFoundError when it was not signed by the first moment
   */
  async read(commitmentId: string, { from, to, ...wait }: DiffMoments): Promise<ReadDiff> {
    await this.gate.pass(wait);
    const before = await this.views.at({ asOf: from });
    stateIn(before, commitmentId);
    const after = await this.views.at({ asOf: to });
    const state = stateIn(after, commitmentId);
    return {
      changes: diffByCause(commitmentId, sideOf(before), sideOf(after)),
      currency: state.attainment.currency,
      meta: metaOf(after, state),
    };
  }
}

function sideOf({ book }: LedgerView): DiffSide {
  return { judgement: book.judged, usage: [...book.usage()] };
}
