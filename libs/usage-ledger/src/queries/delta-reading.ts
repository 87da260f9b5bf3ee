import { formatDay } from '@app/calendar';
import { decodeDelta, type DeltaContent, type DeltaLine } from '@app/wire';
import type { Cell, SourceTrailer } from '../domain/ledger.types.js';
import type { DictionaryCache } from '../storage/dictionary-cache.js';
import type { DeltaRow } from '../storage/delta-store.js';
import type { SegmentDelta } from './usage-snapshot.js';

/** A stored delta with names instead of a shard's numbers; its dictionary rows must be cached. */
export function readDelta(row: DeltaRow, dictionary: DictionaryCache): SegmentDelta {
  const content = decodeDelta(row.body);
  return {
    shard: row.shard,
    seq: row.seq,
    nextOffset: row.nextOffset,
    recordedAt: row.recordedAt,
    series: dictionary.seriesOf(row.seq),
    cells: content.lines.map((line) => cellOf(line, dictionary)),
    sources: trailersOf(content, dictionary),
  };
}

export function trailersOf(content: DeltaContent, dictionary: DictionaryCache): SourceTrailer[] {
  return content.sources.map(({ sourceNo, events, maxChargeEnd, openGap }) => ({
    source: dictionary.source(sourceNo),
    events,
    maxChargeEnd: maxChargeEnd === null ? null : formatDay(maxChargeEnd),
    openGap,
  }));
}

export function cellOf(
  line: Omit<DeltaLine, 'events' | 'sums'> & {
    readonly events: number | bigint;
    readonly sums: readonly (bigint | null)[];
  },
  dictionary: DictionaryCache,
): Cell {
  const [quantityE18, billedE18, listE18, contractedE18, effectiveE18] = line.sums;
  return {
    digest: dictionary.ledgerSeries(line.seriesNo).digest,
    startDay: line.startDay,
    endDay: line.endDay,
    events: BigInt(line.events),
    quantityE18: quantityE18 ?? null,
    billedE18: billedE18 ?? null,
    listE18: listE18 ?? null,
    contractedE18: contractedE18 ?? null,
    effectiveE18: effectiveE18 ?? null,
  };
}
