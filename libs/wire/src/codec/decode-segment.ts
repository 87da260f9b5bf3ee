import { type UsageEvent } from '../events/usage-event.js';
import { MEASURE_FIELDS } from '../series/measures.js';
import { type SeriesAttributes } from '../series/series-attributes.js';
import { CodecError } from './codec.errors.js';
import { readAmounts } from './column-amounts.js';
import { readEpochs, readSequences, readTiers } from './column-identity.js';
import { readIds } from './column-ids.js';
import { readMessages } from './column-messages.js';
import { readPlanes, readSources } from './column-numbers.js';
import { readCorrects, readDetails, readPrivateHashes } from './column-sparse.js';
import { readTimes } from './column-times.js';
import { readPayload, unpack } from './container.js';
import { applyDetail, dimensionsOf } from './event-detail.js';
import { idContext } from './id-context.js';
import { COLUMN, LARGEST_ROWS, SEGMENT_COLUMNS, SEGMENT_FORMAT } from './segment-columns.js';
import {
  type SegmentContent,
  type SegmentDictionaries,
  type SegmentEvent,
  type SegmentMessage,
} from './segment-content.js';

type Column = (id: number) => Buffer;

interface Identity {
  readonly id: string;
  readonly epoch?: string;
  readonly sequence?: string;
}

/** A segment body whose columns are read, and whose events are put together when asked for. */
export interface OpenSegment {
  readonly messages: readonly SegmentMessage[];
  readonly count: number;
  /** @param i ordinal of the event, from 0 */
  readonly event: (i: number) => SegmentEvent;
  /** What makes the event the same as another one, without the rest of it. */
  readonly identity: (i: number) => Pick<UsageEvent, 'source' | 'id' | 'epoch' | 'sequence'>;
}

/**
 * The canonical events of a segment body.
 *
 * @param rawBytes of the segment row; no more is ever decompressed
 * @throws CodecError for another format, an unknown column below 128, or bytes that do not add up
 */
export function decodeSegment(
  body: Buffer,
  dictionaries: SegmentDictionaries,
  rawBytes: number,
): SegmentContent {
  const { messages, count, event } = openSegment(body, dictionaries, rawBytes);
  return { messages, events: Array.from({ length: count }, (_, i) => event(i)) };
}

/**
 * The same, for who wants a few events of many: columns take a tenth of the events' memory.
 *
 * @throws CodecError
 */
export function openSegment(
  body: Buffer,
  dictionaries: SegmentDictionaries,
  rawBytes: number,
): OpenSegment {
  const payload = unpack(SEGMENT_FORMAT, body, rawBytes);
  if (payload.length !== rawBytes)
    throw new CodecError(`payload has ${payload.length} bytes, not ${rawBytes}`);
  const [count, columns] = readPayload(payload, SEGMENT_COLUMNS);
  if (count > LARGEST_ROWS) throw new CodecError(`${count} events are too many`);
  const column: Column = (id) => columns.get(id) ?? Buffer.alloc(0);
  const messages = readMessages(column(COLUMN.messages));
  checkCount(messages, count);
  return { messages, count, ...readEvents(column, count, dictionaries) };
}

function checkCount(messages: readonly SegmentMessage[], count: number): void {
  const held = messages.reduce((sum, { events }) => sum + events, 0);
  if (held !== count) throw new CodecError(`messages hold ${held} events, not ${count}`);
}

function readEvents(
  column: Column,
  count: number,
  dictionaries: SegmentDictionaries,
): Pick<OpenSegment, 'event' | 'identity'> {
  const sourceNos = readSources(column(COLUMN.sources), count);
  const seriesNos = readPlanes(column(COLUMN.series), count);
  const series = seriesNos.map((seriesNo) => dictionaries.series(seriesNo));
  const identities = readIdentities(column, sourceNos);
  const timesAt = readTimes(
    [column(COLUMN.times), column(COLUMN.nanos), column(COLUMN.charges)],
    count,
  );
  const amounts = readMeasures(column, series);
  const corrects = readCorrects(column(COLUMN.corrects), count);
  const details = readDetails(column(COLUMN.details), count);
  const hashes = readPrivateHashes(column(COLUMN.privateHashes), count);
  const sourceOf = (i: number): string => dictionaries.source(sourceNos[i] ?? -1);
  return {
    // Epoch and sequence of an opaque event stand among its details.
    identity: (i) => ({ source: sourceOf(i), id: '', ...identities[i] }),
    event: (i) => {
      const { start, end, time } = timesAt(i);
      const reference = corrects.get(i);
      const data: Record<string, unknown> = {
        chargePeriodStart: start,
        ...(end === undefined ? {} : { chargePeriodEnd: end }),
        ...dimensionsOf(dictionaries.series(seriesNos[i] ?? -1)),
        ...amounts[i],
        ...(reference === undefined ? {} : { corrects: reference }),
      };
      const event: Record<string, unknown> = {
        source: sourceOf(i),
        ...identities[i],
        ...(time === undefined ? {} : { time }),
      };
      applyDetail(details.get(i) ?? [], event, data);
      const privateHashes = hashes.get(i);
      return {
        sourceNo: sourceNos[i] ?? 0,
        seriesNo: seriesNos[i] ?? 0,
        event: { ...event, data } as unknown as UsageEvent,
        ...(privateHashes === undefined ? {} : { privateHashes }),
      };
    },
  };
}

function readIdentities(column: Column, sourceNos: readonly number[]): Identity[] {
  const tiers = readTiers(column(COLUMN.tiers), sourceNos.length);
  const counted = sourceNos.filter((_, i) => tiers[i] === 1);
  const epochs = readEpochs(column(COLUMN.epochs), counted.length);
  const sequences = readSequences(column(COLUMN.sequences), counted);
  let next = 0;
  const contexts = sourceNos.map((sourceNo, i) => {
    if (tiers[i] === 2) return idContext(sourceNo);
    next += 1;
    return {
      ...idContext(sourceNo, epochs[next - 1], sequences[next - 1]),
      epoch: epochs[next - 1],
    };
  });
  return readIds(column(COLUMN.ids), contexts).map((id, i) => {
    const { epoch, sequence } = contexts[i] as { epoch?: string; sequence?: string };
    return {
      id,
      ...(epoch === undefined ? {} : { epoch }),
      ...(sequence === undefined ? {} : { sequence }),
    };
  });
}

function readMeasures(
  column: Column,
  series: readonly SeriesAttributes[],
): Record<string, string>[] {
  const amounts: Record<string, string>[] = series.map(() => ({}));
  MEASURE_FIELDS.forEach((field, bit) => {
    const having = amounts.filter((_, i) => ((series[i]?.mask ?? 0) & (1 << bit)) !== 0);
    readAmounts(column(COLUMN.firstMeasure + bit), having.length).forEach((amount, i) => {
      const target = having[i];
      if (target !== undefined) target[field] = amount;
    });
  });
  return amounts;
}
