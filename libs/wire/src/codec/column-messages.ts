import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { CodecError } from './codec.errors.js';
import { readNumberRuns, readRuns, writeNumberRuns, writeRuns } from './runs.js';
import { LARGEST_ROWS } from './segment-columns.js';
import { LANES, type SegmentMessage } from './segment-content.js';

/** Column 1: count; offset steps, lanes, event counts, timestamp steps, each run-length. */
export function writeMessages(messages: readonly SegmentMessage[]): Buffer {
  const writer = new ByteWriter();
  writer.unsigned(messages.length);
  const steps = messages.map(({ offset }, i) => offset - (messages[i - 1]?.offset ?? 0n));
  writeRuns(writer, steps, (step) => {
    writer.signedBig(step);
  });
  writeNumberRuns(
    writer,
    messages.map(({ lane }) => LANES.indexOf(lane)),
  );
  writeNumberRuns(
    writer,
    messages.map(({ events }) => events),
  );
  const ticks = messages.map(
    ({ timestampMs }, i) => timestampMs - (messages[i - 1]?.timestampMs ?? 0),
  );
  writeRuns(writer, ticks, (tick) => {
    writer.signed(tick);
  });
  return writer.finish();
}

export function readMessages(column: Buffer): SegmentMessage[] {
  const reader = new ByteReader(column);
  const count = reader.unsigned();
  if (count > LARGEST_ROWS) throw new CodecError(`${count} messages are too many`);
  const steps = readRuns(reader, count, () => BigInt(reader.signedBig()));
  const lanes = readNumberRuns(reader, count);
  const events = readNumberRuns(reader, count);
  const ticks = readRuns(reader, count, () => reader.signed());
  let [offset, timestampMs] = [0n, 0];
  return steps.map((step, i) => {
    offset += step;
    timestampMs += ticks[i] ?? 0;
    const lane = LANES[lanes[i] ?? -1];
    if (lane === undefined) throw new CodecError(`unknown lane ${lanes[i] ?? 'none'}`);
    return { offset, lane, events: events[i] ?? 0, timestampMs };
  });
}
