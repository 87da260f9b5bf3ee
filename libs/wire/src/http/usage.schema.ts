import { z } from 'zod';
import { ListMeta, listOf } from './meta.js';
import { pageShape, waitShape } from './queries.js';
import { ProblemError } from './problem.schema.js';
import { Count, Day, Instant, PositionToken } from './scalars.js';

/** One event of a posted batch that was not taken, and why. */
export const RejectedEvent = z
  .strictObject({
    index: Count.describe('Place in the batch, from 0'),
    source: z.string().nullable(),
    id: z.string().nullable(),
    problem: ProblemError,
  })
  .meta({ id: 'RejectedEvent' });
export type RejectedEvent = z.infer<typeof RejectedEvent>;

/** `POST /v1/events`: what the broker has confirmed and what was refused at the door. */
export const EventsAnswer = z
  .strictObject({
    received: Count.describe('Events that the broker has confirmed'),
    rejected: z.array(RejectedEvent),
    position: PositionToken.nullable().describe(
      'Hand it back as minPosition; null if none was taken',
    ),
  })
  .meta({ id: 'EventsAnswer' });
export type EventsAnswer = z.infer<typeof EventsAnswer>;

/** A source or the id of an event in a path, percent-encoded. */
export const EventName = z.string().min(1).max(256, { error: 'text-too-long' });

/** `GET /v1/events/{source}/{id}`: one event as recorded. */
export const EventAnswer = z
  .strictObject({
    event: z.record(z.string(), z.unknown()).describe('The event in its canonical form'),
    shard: Count,
    seq: z.string().describe('Segment that holds it'),
    position: PositionToken,
    recordedAt: Instant,
  })
  .meta({ id: 'EventAnswer' });
export type EventAnswer = z.infer<typeof EventAnswer>;

/** One exporter stream. */
export const Source = z
  .strictObject({
    source: z.string(),
    shard: Count,
    events: z.string().describe('Accepted so far; a count without limit, so a string'),
    watermark: Day.nullable().describe('Exclusive end of the days that are complete'),
    lastRecordedAt: Instant.nullable(),
    openGap: z.boolean().describe('Sequence numbers are missing'),
  })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof Source>;

export const SourceList = listOf('SourceList', Source, ListMeta);
export type SourceList = z.infer<typeof SourceList>;

export const SourcesQuery = z.strictObject({ ...pageShape, ...waitShape });
export type SourcesQuery = z.infer<typeof SourcesQuery>;

/** One event that stands in quarantine, its bytes untouched. */
export const QuarantinedEvent = z
  .strictObject({
    quarantineId: z.string().describe('shard-seq-line'),
    shard: Count,
    seq: z.string(),
    line: Count,
    offset: z.string(),
    ordinal: Count,
    code: z.string(),
    pointer: z.string().describe('Where in the event'),
    detail: z.string(),
    source: z.string().nullable(),
    eventId: z.string().nullable(),
    recorded: z.string().nullable().describe('Of a conflict: the event that stands, canonical'),
    rawBase64: z.string(),
    resolution: z.string().nullable().describe('repaired, replayed or discarded; null: open'),
  })
  .meta({ id: 'QuarantinedEvent' });
export type QuarantinedEvent = z.infer<typeof QuarantinedEvent>;

export const QuarantineList = listOf('QuarantineList', QuarantinedEvent, ListMeta);
export type QuarantineList = z.infer<typeof QuarantineList>;

/** `GET /v1/ledger/head`: the vector and the chain of each shard. */
export const LedgerHead = z
  .strictObject({
    position: PositionToken,
    shards: z.array(
      z.strictObject({
        shard: Count,
        seq: z.string(),
        nextOffset: z.string(),
        chain: z.string().nullable().describe('SHA-256 of the newest link, hexadecimal'),
        recordedAt: Instant.nullable(),
        halted: z.string().nullable(),
      }),
    ),
    contracts: z.strictObject({ position: z.string(), recordedAt: Instant.nullable() }),
  })
  .meta({ id: 'LedgerHead' });
export type LedgerHead = z.infer<typeof LedgerHead>;
