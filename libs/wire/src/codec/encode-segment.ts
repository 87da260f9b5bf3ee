import { MEASURE_FIELDS, measureMask } from '../series/measures.js';
import { writeAmounts } from './column-amounts.js';
import { tierOf, writeEpochs, writeSequences, writeTiers } from './column-identity.js';
import { writeIds } from './column-ids.js';
import { writeMessages } from './column-messages.js';
import { writePlanes, writeSources } from './column-numbers.js';
import { writeCorrects, writeDetails, writePrivateHashes } from './column-sparse.js';
import { timesOf, writeTimes } from './column-times.js';
import { pack, type Packed, writePayload } from './container.js';
import { detailOf } from './event-detail.js';
import { idContext } from './id-context.js';
import { COLUMN, SEGMENT_FORMAT } from './segment-columns.js';
import {
  type SegmentContent,
  type SegmentDictionaries,
  type SegmentEvent,
} from './segment-content.js';

/** Segment body, format 1. The payload, compression apart, depends on the content alone. */
export function encodeSegment(content: SegmentContent, dictionaries: SegmentDictionaries): Packed {
  return pack(SEGMENT_FORMAT, segmentPayload(content, dictionaries));
}

/** The body before compression: what `verify` compares. */
export function segmentPayload(content: SegmentContent, dictionaries: SegmentDictionaries): Buffer {
  const { messages, events } = content;
  const held = messages.reduce((sum, message) => sum + message.events, 0);
  if (held !== events.length) throw new Error(`messages hold ${held} events, not ${events.length}`);
  for (const entry of events) checkSeries(entry, dictionaries);
  const columns = new Map<number, Buffer>([
    [COLUMN.messages, writeMessages(messages)],
    [COLUMN.sources, writeSources(events.map(({ sourceNo }) => sourceNo))],
    [COLUMN.series, writePlanes(events.map(({ seriesNo }) => seriesNo))],
    ...identityColumns(events),
    ...timeColumns(events),
    ...measureColumns(events),
    [COLUMN.corrects, writeCorrects(events.map(({ event }) => event.data.corrects))],
    [
      COLUMN.details,
      writeDetails(
        events.map(({ event, seriesNo }) => detailOf(event, dictionaries.series(seriesNo))),
      ),
    ],
    [COLUMN.privateHashes, writePrivateHashes(events.map(({ privateHashes }) => privateHashes))],
  ]);
  return writePayload(events.length, columns);
}

/** A wrong number would decode to another event than the one that was accepted. */
function checkSeries(
  { event, sourceNo, seriesNo }: SegmentEvent,
  dictionaries: SegmentDictionaries,
): void {
  const series = dictionaries.series(seriesNo);
  if (dictionaries.source(sourceNo) !== event.source || series.source !== event.source) {
    throw new Error(`source ${sourceNo} or series ${seriesNo} is not of ${event.source}`);
  }
  if (series.mask !== measureMask(event.data)) {
    throw new Error(`series ${seriesNo} reports other measures than the event`);
  }
}

function identityColumns(events: readonly SegmentEvent[]): [number, Buffer][] {
  const counted = events.filter(({ event }) => tierOf(event) === 1);
  return [
    [COLUMN.tiers, writeTiers(events.map(({ event }) => tierOf(event)))],
    [COLUMN.epochs, writeEpochs(counted.map(({ event }) => event.epoch ?? ''))],
    [
      COLUMN.sequences,
      writeSequences(
        counted.map(({ sourceNo }) => sourceNo),
        counted.map(({ event }) => event.sequence ?? ''),
      ),
    ],
    [
      COLUMN.ids,
      writeIds(
        events.map(({ event }) => event.id),
        events.map(({ sourceNo, event }) =>
          tierOf(event) === 1
            ? idContext(sourceNo, event.epoch, event.sequence)
            : idContext(sourceNo),
        ),
      ),
    ],
  ];
}

function timeColumns(events: readonly SegmentEvent[]): [number, Buffer][] {
  const [times, nanos, charges] = writeTimes(events.map(({ event }) => timesOf(event)));
  return [
    [COLUMN.times, times],
    [COLUMN.nanos, nanos],
    [COLUMN.charges, charges],
  ];
}

function measureColumns(events: readonly SegmentEvent[]): [number, Buffer][] {
  return MEASURE_FIELDS.map((field, i) => [
    COLUMN.firstMeasure + i,
    writeAmounts(events.flatMap(({ event }) => event.data[field] ?? [])),
  ]);
}
