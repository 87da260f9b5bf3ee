import {
  deltaPayload,
  type DeltaLine,
  type DeltaSource,
  decodeDelta,
  eventCell,
  type SegmentEvent,
} from '@app/wire';
import { chargeEndDay } from '../../commands/event-times.js';
import { identityOf, isCounted } from '../../commands/identity.js';
import { quarantinedSequence } from '../../commands/quarantined-sequence.js';
import { CellFold, type FoldedLine } from '../../domain/cell-fold.js';
import { dayRanges } from '../../domain/day-ranges.js';
import type { QuarantineRow } from '../../domain/row-digest.js';
import { placeOf, SequenceState } from '../../domain/sequence-state.js';
import { DeltaSums } from '../../projections/delta-sums.js';
import type { DictionaryCache } from '../../storage/dictionary-cache.js';
import { check } from './finding.js';

export interface StoredDelta {
  readonly lines: number;
  readonly days: string;
  readonly body: Buffer;
}

/** What a shard's segments add up to, replayed event by event. */
export class ReplayState {
  readonly sequences = new SequenceState();
  readonly sums = new DeltaSums();
  private readonly opaque = new Set<string>();

  constructor(private readonly dictionary: DictionaryCache) {}

  /** Replays one segment and compares its contribution with the stored delta. */
  replay(
    seq: bigint,
    events: readonly SegmentEvent[],
    quarantine: readonly QuarantineRow[],
    stored: StoredDelta,
  ): FoldedLine[] {
    const activity = new Map<string, { events: number; maxChargeEnd: number | null }>();
    const fold = new CellFold();
    for (const entry of events) {
      this.count(entry);
      fold.add(entry.seriesNo, eventCell(entry.event));
      const { source } = entry.event;
      const before = activity.get(source) ?? { events: 0, maxChargeEnd: null };
      const end = chargeEndDay(entry.event);
      const reached =
        end === null ? before.maxChargeEnd : Math.max(before.maxChargeEnd ?? end, end);
      activity.set(source, { events: before.events + 1, maxChargeEnd: reached });
    }
    for (const { raw } of quarantine) {
      const found = quarantinedSequence(raw);
      if (found === undefined) continue;
      this.sequences.excuse(found.source, found.epoch, placeOf(found.sequence));
      const known = this.dictionary.knowsSource(found.source, seq);
      if (known && !activity.has(found.source)) {
        activity.set(found.source, { events: 0, maxChargeEnd: null });
      }
    }
    const trailer = [...activity].map(([source, counts]) => ({
      sourceNo: this.dictionary.sourceNo(source),
      ...counts,
      openGap: this.sequences.openGap(source),
    }));
    const lines = fold.sorted();
    compareDelta(lines, trailer, stored);
    this.sums.add(lines);
    return lines;
  }

  private count({ event }: SegmentEvent): void {
    const twice = (): string => `${event.source} ${event.id} was counted before`;
    if (isCounted(event)) {
      const { chunk: number, low } = placeOf(event.sequence);
      const chunk = this.sequences.chunkOf(event.source, event.epoch, number);
      check(!chunk.seen.has(low), 'counted-twice', twice);
      this.sequences.count(chunk, low);
      return;
    }
    const identity = identityOf(event);
    check(!this.opaque.has(identity), 'counted-twice', twice);
    this.opaque.add(identity);
  }
}

function compareDelta(
  lines: readonly FoldedLine[],
  trailer: readonly DeltaSource[],
  stored: StoredDelta,
): void {
  const content = decodeDelta(stored.body);
  // Compared uncompressed: a compressor may change, the payload never.
  const equal = deltaPayload(lines as readonly DeltaLine[], trailer).equals(
    deltaPayload(content.lines, content.sources),
  );
  check(equal, 'delta', () => 'its sums or sources are not those of its events');
  check(stored.lines === lines.length, 'delta', () => `${stored.lines} lines, not ${lines.length}`);
  const days = dayRanges(lines);
  check(stored.days === days, 'delta', () => `days ${stored.days}, not ${days}`);
}
