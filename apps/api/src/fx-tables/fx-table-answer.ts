import type { CommandAnswer, FxTableView } from '@app/pricing';
import type { FxTableAnswer, FxTableChangedAnswer } from '@app/wire';
import { Answer } from '../request/answer.js';

export function fxTableAnswer(table: FxTableView): FxTableAnswer {
  return {
    fxTableId: table.fxTableId,
    currency: table.currency,
    version: Number(table.version),
    rates: table.rates.map((rate) => ({ ...rate })),
    createdAt: table.createdAt,
    changedAt: table.changedAt,
  };
}

export function fxTableChanged(
  fxTableId: string,
  { version, position, replayed }: CommandAnswer,
  dryRun: boolean,
): Answer<FxTableChangedAnswer> {
  const body = { fxTableId, version: Number(version), position, dryRun };
  if (dryRun) return new Answer(body, { status: 200 });
  return new Answer(body, { version, position, replayed, location: `/v1/fx-tables/${fxTableId}` });
}
