import { E18, formatE18 } from '@app/money';
import { costE18 } from '@app/pricing/domain';
import { type CellLine, type CellLines, type CellSegment } from '@app/usage-ledger';
import { type ExplainedCell as ExplainedRow, type ExplainedLine } from '@app/wire';
import { type Basis, type ExplainedCell } from '../domain/index.js';
import { groupOf } from './entries.view.js';

const COST_FIELD = {
  BILLED: 'billedCost',
  LIST: 'listCost',
  CONTRACTED: 'contractedCost',
  EFFECTIVE: 'effectiveCost',
} as const;

/**
 * Cells as they are answered.
 *
 * @param lines behind the cells' charges in their order; absent: they are not asked for
 */
export function explainedView(
  cells: readonly ExplainedCell[],
  basis: Basis | null,
  lines: CellLines | undefined,
): ExplainedRow[] {
  let charge = 0;
  return cells.map((cell) => {
    const [first, last] = [charge, charge + cell.charges.length];
    charge = last;
    const isMine = (one: { readonly cell: number }): boolean =>
      first <= one.cell && one.cell < last;
    if (lines === undefined) return rowOf(cell);
    return {
      ...rowOf(cell),
      segments: segmentsOf(lines.segments.filter(isMine)),
      events: lines.lines.filter(isMine).map((line) => lineOf(line, basis)),
    };
  });
}

function rowOf(cell: ExplainedCell): ExplainedRow {
  const { price } = cell;
  return {
    day: cell.day,
    periodIndex: cell.periodIndex,
    class: cell.class,
    ruleId: cell.ruleId,
    group: groupOf(cell.attrs),
    amount: formatE18(cell.amountE18),
    currency: cell.currency,
    rate: canonical(cell.rateE10, 10),
    applicability: canonical(cell.applicabilityE4, 4),
    fraction: canonical(cell.fractionE4, 4),
    converted: formatE18(cell.convertedE18),
    eligible: formatE18(cell.eligibleE18),
    counted: formatE18(cell.countedE18),
    cuts: cell.cuts.map(({ reason, amountE18 }) => ({ reason, amount: formatE18(amountE18) })),
    price: price && {
      priceBookId: price.priceBookId,
      unitPrice: price.tiers === null ? formatE18(costE18(E18, price.net)) : null,
      listPrice: formatE18(costE18(E18, price.list)),
    },
    termsVersion: cell.termsVersion,
    lines: Number(cell.charges.reduce((sum, { events }) => sum + events, 0n)),
  };
}

/** Each segment once, though lines of several charges lie in it. */
function segmentsOf(segments: readonly CellSegment[]): { shard: number; seq: string }[] {
  const known = new Map(segments.map((one) => [`${one.shard} ${one.seq}`, one]));
  return [...known.values()].map(({ shard, seq }) => ({ shard, seq: seq.toString() }));
}

function lineOf(
  { event, shard, seq, ordinal, recordedAt }: CellLine,
  basis: Basis | null,
): ExplainedLine {
  const { source, id, epoch = null, sequence = null, data } = event;
  const names = [source, id].map(encodeURIComponent);
  return {
    ...{ source, id, epoch, sequence, shard, seq: seq.toString(), ordinal, recordedAt },
    chargePeriodStart: data.chargePeriodStart,
    chargePeriodEnd: data.chargePeriodEnd ?? null,
    amount: basis === null ? null : (data[COST_FIELD[basis]] ?? null),
    quantity: data.consumedQuantity ?? null,
    unit: data.consumedUnit ?? null,
    href: `/v1/events/${names.join('/')}`,
  };
}

function canonical(value: bigint, scale: number): string {
  return formatE18(value * 10n ** BigInt(18 - scale));
}
