import { RangeSet } from './range-set.js';

/** A sequence number's place: which 2^20 numbers, and which of them. */
export interface SequencePlace {
  /** sequence >> 20; below 2^44. */
  readonly chunk: number;
  readonly low: number;
}

const CHUNK = 1 << 20;
const CHUNK_BITS = 20n;
const SAFE_DIGITS = 15;
/** Beyond it a chunk is no counter's, and would cost memory without end. */
const RANGES_AT_MOST = 65_536;

/** @param sequence decimal digits of an unsigned 64-bit integer */
export function placeOf(sequence: string): SequencePlace {
  if (sequence.length <= SAFE_DIGITS) {
    const value = Number(sequence);
    const chunk = Math.floor(value / CHUNK);
    return { chunk, low: value - chunk * CHUNK };
  }
  const value = BigInt(sequence);
  return { chunk: Number(value >> CHUNK_BITS), low: Number(value & (BigInt(CHUNK) - 1n)) };
}

/** The sequence numbers of one chunk of one (source, epoch). */
export interface SequenceChunk {
  readonly source: string;
  readonly epoch: string;
  readonly chunk: number;
  readonly seen: RangeSet;
  /** Numbers whose event stands in quarantine: arrived, not counted. */
  readonly excused: RangeSet;
}

interface EpochSequences {
  readonly chunks: Map<number, SequenceChunk>;
  /** How many numbers have arrived, counted or quarantined. */
  arrived: number;
  /** One more than the highest number that arrived; inexact, and never complete, beyond 2^53. */
  end: number;
}

export type SequenceVerdict = 'new' | 'seen' | 'fragmented';

/**
 * Which sequence numbers of each (source, epoch) one shard has counted: exact at any age, with
 * memory for the sources and their gaps only.
 */
export class SequenceState {
  private readonly sources = new Map<string, Map<string, EpochSequences>>();
  private last: SequenceChunk | undefined;

  /** Takes over a stored row; `seen` in PostgreSQL's multirange text. */
  load(source: string, epoch: string, chunk: number, seen: string): void {
    const set = RangeSet.parse(seen);
    const state = this.epochOf(source, epoch);
    state.chunks.set(chunk, { source, epoch, chunk, seen: set, excused: new RangeSet() });
    state.arrived += set.count;
    state.end = Math.max(state.end, chunk * CHUNK + set.end);
  }

  chunkOf(source: string, epoch: string, chunk: number): SequenceChunk {
    const { last } = this;
    if (last?.chunk === chunk && last.source === source && last.epoch === epoch) return last;
    const { chunks } = this.epochOf(source, epoch);
    let found = chunks.get(chunk);
    if (found === undefined) {
      found = { source, epoch, chunk, seen: new RangeSet(), excused: new RangeSet() };
      chunks.set(chunk, found);
    }
    this.last = found;
    return found;
  }

  verdict(chunk: SequenceChunk, low: number): SequenceVerdict {
    if (chunk.seen.has(low)) return 'seen';
    return chunk.seen.size >= RANGES_AT_MOST ? 'fragmented' : 'new';
  }

  /** Counts a new number; one that had been quarantined has arrived already. */
  count(chunk: SequenceChunk, low: number): void {
    if (chunk.seen.add(low) && !chunk.excused.has(low)) this.arrive(chunk, low);
  }

  /** Notes that the event of this number stands in quarantine. */
  excuse(source: string, epoch: string, { chunk: number, low }: SequencePlace): void {
    const chunk = this.chunkOf(source, epoch, number);
    if (!chunk.seen.has(low) && chunk.excused.size < RANGES_AT_MOST && chunk.excused.add(low)) {
      this.arrive(chunk, low);
    }
  }

  /** Whether a number below the highest of any epoch of the source has not arrived. */
  openGap(source: string): boolean {
    const epochs = this.sources.get(source);
    if (epochs === undefined) return false;
    for (const { arrived, end } of epochs.values()) if (arrived < end) return true;
    return false;
  }

  /** Every chunk with a counted number, for comparison with the stored state. */
  *counted(): Generator<SequenceChunk> {
    for (const epochs of this.sources.values()) {
      for (const { chunks } of epochs.values()) {
        for (const chunk of chunks.values()) if (chunk.seen.size > 0) yield chunk;
      }
    }
  }

  private arrive({ source, epoch, chunk }: SequenceChunk, low: number): void {
    const state = this.epochOf(source, epoch);
    state.arrived += 1;
    state.end = Math.max(state.end, chunk * CHUNK + low + 1);
  }

  private epochOf(source: string, epoch: string): EpochSequences {
    const epochs = this.sources.get(source) ?? new Map<string, EpochSequences>();
    if (epochs.size === 0) this.sources.set(source, epochs);
    const state = epochs.get(epoch) ?? { chunks: new Map(), arrived: 0, end: 0 };
    if (state.end === 0) epochs.set(epoch, state);
    return state;
  }
}
