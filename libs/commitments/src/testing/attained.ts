import { type Day } from '@app/calendar';
import { type FxTable, type PriceBook } from '@app/pricing/domain';
import { type Attainment, type Contract, createFold, type Fold } from '../domain/index.js';
import { COMMITMENT_ID } from './contracts.js';
import { addLines, type Line } from './lines.js';

export interface Case {
  readonly contract: Contract;
  readonly lines: readonly Line[];
  readonly priceBooks?: readonly PriceBook[];
  readonly fxTables?: readonly FxTable[];
}

export function foldOf({ contract, lines, priceBooks = [], fxTables = [] }: Case): Fold {
  const fold = createFold({ contracts: [contract], priceBooks, fxTables });
  addLines(fold, lines);
  return fold;
}

/** Attainment of the example's commitment; the clock stands at `today`, else after the term. */
export function attained(
  given: Case,
  at: { through?: Day; watermark?: Day; today?: Day; commitmentId?: string } = {},
): Attainment {
  const { commitmentId = COMMITMENT_ID, through = null, watermark = null, today } = at;
  return foldOf(given).attainment(commitmentId, {
    through,
    watermark,
    today: today ?? watermark ?? '2040-01-01',
  });
}
