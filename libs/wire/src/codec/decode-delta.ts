import { type MeasureSums } from '../series/event-cell.js';
import { ByteReader } from './byte-reader.js';
import { CodecError } from './codec.errors.js';
import { readSums } from './column-amounts.js';
import { readPayload, unpack } from './container.js';
import { DELTA_COLUMN, DELTA_COLUMNS, DELTA_FORMAT, LARGEST_DELTA_BYTES } from './delta-columns.js';
import { type DeltaContent, type DeltaLine, type DeltaSource } from './delta-content.js';
import { readNumberRuns, readRuns } from './runs.js';
import { LARGEST_ROWS } from './segment-columns.js';

/** @throws CodecError for another format, an unknown column below 128, or bytes that do not add up */
export function decodeDelta(body: Buffer): DeltaContent {
  const payload = unpack(DELTA_FORMAT, body, LARGEST_DELTA_BYTES);
  const [count, columns] = readPayload(payload, DELTA_COLUMNS);
  if (count > LARGEST_ROWS) throw new CodecError(`${count} lines are too many`);
  const reader = (id: number): ByteReader => new ByteReader(columns.get(id) ?? Buffer.alloc(0));
  const steps = readNumberRuns(reader(DELTA_COLUMN.series), count);
  const dayReader = reader(DELTA_COLUMN.days);
  const days = readRuns(
    dayReader,
    count,
    () => [dayReader.signed(), dayReader.unsigned()] as const,
  );
  const events = readNumberRuns(reader(DELTA_COLUMN.events), count);
  const masks = readNumberRuns(reader(DELTA_COLUMN.masks), count);
  const sums = readMeasures(masks, (measure) => columns.get(DELTA_COLUMN.firstSum + measure));
  let [seriesNo, startDay] = [0, 0];
  const lines = steps.map((step, i): DeltaLine => {
    const [dayStep, length] = days[i] ?? [0, 0];
    seriesNo += step;
    startDay += dayStep;
    return {
      seriesNo,
      startDay,
      endDay: startDay + length,
      events: events[i] ?? 0,
      sums: sums[i] ?? [null, null, null, null, null],
    };
  });
  return { lines, sources: readSources(reader(DELTA_COLUMN.sources)) };
}

function readMeasures(
  masks: readonly number[],
  column: (measure: number) => Buffer | undefined,
): MeasureSums[] {
  const sums = masks.map((): MeasureSums => [null, null, null, null, null]);
  for (let measure = 0; measure < 5; measure += 1) {
    const having = sums.filter((_, i) => ((masks[i] ?? 0) & (1 << measure)) !== 0);
    const found = readSums(column(measure) ?? Buffer.alloc(0), having.length);
    having.forEach((target, i) => (target[measure] = found[i] ?? null));
  }
  return sums;
}

function readSources(reader: ByteReader): DeltaSource[] {
  const sources: DeltaSource[] = [];
  let sourceNo = 0;
  while (!reader.done) {
    sourceNo += reader.unsigned();
    const events = reader.unsigned();
    const flags = reader.byte();
    const maxChargeEnd = flags & 2 ? reader.signed() : null;
    sources.push({ sourceNo, events, maxChargeEnd, openGap: (flags & 1) === 1 });
  }
  return sources;
}
