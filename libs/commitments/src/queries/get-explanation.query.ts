import { type Day } from '@app/calendar';
import { type ExplainList, type Meta, type ExplainedCell } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type SpendClass } from '../domain/index.js';
import { type ListAnswer, type ListSlice, type ReadAddress } from './read-address.js';

/** Which cells are explained; the default is all that the ledger knows. */
export interface ExplainRange {
  /** One recognition day: then the segments and lines behind its cells are named, too. */
  readonly day?: Day | undefined;
  readonly class?: SpendClass | undefined;
  readonly from?: Day | undefined;
  /** Exclusive. */
  readonly to?: Day | undefined;
}

/** A slice of the explanation, with the basis of its amounts. */
export type ExplainAnswer = ListAnswer<ExplainedCell, Meta> & Pick<ExplainList, 'basis'>;

/** Where every converted amount went, in order of (day, class, series). */
export class GetExplanationQuery extends Query<ExplainAnswer> {
  constructor(
    readonly commitmentId: string,
    readonly range: ExplainRange,
    readonly slice: ListSlice,
    readonly at: ReadAddress = {},
  ) {
    super();
  }
}
