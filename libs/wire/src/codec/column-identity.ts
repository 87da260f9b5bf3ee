import { type UsageEvent } from '../events/usage-event.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { CodecError } from './codec.errors.js';
import { readNumberRuns, readRuns, writeNumberRuns, writeRuns } from './runs.js';

/** Tier 1 = identity (source, epoch, sequence); tier 2 = (source, id). */
export type Tier = 1 | 2;

export function tierOf(event: UsageEvent): Tier {
  return event.epoch !== undefined && event.sequence !== undefined ? 1 : 2;
}

/** Column 3: the tier of each event, run-length. */
export function writeTiers(tiers: readonly Tier[]): Buffer {
  const writer = new ByteWriter();
  writeNumberRuns(writer, tiers);
  return writer.finish();
}

export function readTiers(column: Buffer, count: number): Tier[] {
  return readNumberRuns(new ByteReader(column), count).map((tier) => {
    if (tier !== 1 && tier !== 2) throw new CodecError(`unknown identity tier ${tier}`);
    return tier;
  });
}

/** Column 4: the epochs of the tier-1 events, run-length. */
export function writeEpochs(epochs: readonly string[]): Buffer {
  const writer = new ByteWriter();
  writeRuns(writer, epochs, (epoch) => {
    writer.signedBig(BigInt(epoch));
  });
  return writer.finish();
}

export function readEpochs(column: Buffer, count: number): string[] {
  const reader = new ByteReader(column);
  return readRuns(reader, count, () => reader.signedBig().toString());
}

/** Column 5: each tier-1 event's sequence as the step from the last one of its source. */
export function writeSequences(sourceNos: readonly number[], sequences: readonly string[]): Buffer {
  const writer = new ByteWriter();
  const last = new Map<number, bigint>();
  sequences.forEach((text, i) => {
    const source = sourceNos[i] ?? 0;
    const sequence = BigInt(text);
    writer.signedBig(sequence - (last.get(source) ?? 0n));
    last.set(source, sequence);
  });
  return writer.finish();
}

export function readSequences(column: Buffer, sourceNos: readonly number[]): string[] {
  const reader = new ByteReader(column);
  const last = new Map<number, bigint>();
  return sourceNos.map((source) => {
    const sequence = (last.get(source) ?? 0n) + BigInt(reader.signedBig());
    last.set(source, sequence);
    return sequence.toString();
  });
}
