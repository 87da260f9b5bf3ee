import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../domain/index.js';
import { type JudgementFold } from './judgement-fold.js';
import { type SeriesCell } from './usage-sums.js';

/**
 * SHA-256, in hex, of the canonical JSON (RFC 8785) of `{cells, contracts, fxTables, priceBooks}`:
 * all that was folded, each list in the order of its keys. The same address gives the same hash.
 */
export function inputsHash(judgement: JudgementFold, cells: Iterable<SeriesCell>): string {
  const hash = createHash('sha256').update('{"cells":[');
  // Piece by piece: the cells of a large ledger are more than one string can hold.
  [...cells]
    .map((one): [string, SeriesCell] => [keyOf(one), one])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([, one], place) => {
      hash.update(place === 0 ? cellJson(one) : `,${cellJson(one)}`);
    });
  const contracts = judgement.contracts.map(({ contract }) => contract);
  const rest = canonicalJson({
    contracts: ordered(contracts, ({ contractId }) => contractId),
    fxTables: ordered(judgement.fxTables, ({ fxTableId }) => fxTableId),
    priceBooks: ordered(judgement.priceBooks, ({ priceBookId }) => priceBookId),
  });
  return hash.update(`],${rest.slice(1)}`).digest('hex');
}

function keyOf({ cell, recordedIn }: SeriesCell): string {
  const days = [cell.startDay, cell.endDay].map((day) => String(day).padStart(9, '0'));
  return [cell.digest, ...days, recordedIn?.shard ?? '', recordedIn?.seq ?? ''].join(' ');
}

function cellJson({ series, cell, recordedIn }: SeriesCell): string {
  const text = (amount: bigint | null): string | null => amount?.toString() ?? null;
  return canonicalJson({
    attributes: { ...series.attrs },
    ...{ digest: cell.digest, startDay: cell.startDay, endDay: cell.endDay },
    events: cell.events.toString(),
    billedE18: text(cell.billedE18),
    contractedE18: text(cell.contractedE18),
    effectiveE18: text(cell.effectiveE18),
    listE18: text(cell.listE18),
    quantityE18: text(cell.quantityE18),
    recordedIn: recordedIn && { shard: recordedIn.shard, seq: recordedIn.seq.toString() },
  });
}

function ordered<T>(all: readonly T[], idOf: (one: T) => string): Json[] {
  const sorted = [...all].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return sorted as unknown as Json[];
}
