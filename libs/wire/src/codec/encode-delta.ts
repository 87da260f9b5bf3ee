import { ByteWriter } from './byte-writer.js';
import { writeSums } from './column-amounts.js';
import { pack, writePayload } from './container.js';
import { DELTA_COLUMN, DELTA_FORMAT } from './delta-columns.js';
import { type DeltaLine, type DeltaSource } from './delta-content.js';
import { writeNumberRuns, writeRuns } from './runs.js';

/** Delta body, format 1: lines sorted by (series, start, end), sources by number. */
export function encodeDelta(lines: readonly DeltaLine[], sources: readonly DeltaSource[]): Buffer {
  return pack(DELTA_FORMAT, deltaPayload(lines, sources)).body;
}

/** The body before compression: what `verify` compares. */
export function deltaPayload(lines: readonly DeltaLine[], sources: readonly DeltaSource[]): Buffer {
  const sorted = [...lines].sort(
    (a, b) => a.seriesNo - b.seriesNo || a.startDay - b.startDay || a.endDay - b.endDay,
  );
  return writePayload(
    sorted.length,
    new Map<number, Buffer>([
      [
        DELTA_COLUMN.series,
        write((w) => {
          writeNumberRuns(w, steps(sorted));
        }),
      ],
      [
        DELTA_COLUMN.days,
        write((w) => {
          writeDays(w, sorted);
        }),
      ],
      [
        DELTA_COLUMN.events,
        write((w) => {
          writeNumberRuns(
            w,
            sorted.map(({ events }) => events),
          );
        }),
      ],
      [
        DELTA_COLUMN.masks,
        write((w) => {
          writeNumberRuns(
            w,
            sorted.map(({ sums }) => maskOf(sums)),
          );
        }),
      ],
      ...sumColumns(sorted),
      [
        DELTA_COLUMN.sources,
        write((w) => {
          writeSources(w, sources);
        }),
      ],
    ]),
  );
}

function write(fill: (writer: ByteWriter) => void): Buffer {
  const writer = new ByteWriter();
  fill(writer);
  return writer.finish();
}

function steps(lines: readonly DeltaLine[]): number[] {
  return lines.map(({ seriesNo }, i) => seriesNo - (lines[i - 1]?.seriesNo ?? 0));
}

function writeDays(writer: ByteWriter, lines: readonly DeltaLine[]): void {
  const days = lines.map(
    ({ startDay, endDay }, i) => `${startDay - (lines[i - 1]?.startDay ?? 0)} ${endDay - startDay}`,
  );
  writeRuns(writer, days, (day) => {
    const [step, length] = day.split(' ');
    writer.signed(Number(step));
    writer.unsigned(Number(length));
  });
}

function maskOf(sums: DeltaLine['sums']): number {
  return sums.reduce<number>((mask, sum, i) => (sum === null ? mask : mask | (1 << i)), 0);
}

function sumColumns(lines: readonly DeltaLine[]): [number, Buffer][] {
  return [0, 1, 2, 3, 4].map((measure) => [
    DELTA_COLUMN.firstSum + measure,
    writeSums(
      lines.flatMap(({ sums }) => {
        return sums[measure] ?? [];
      }),
    ),
  ]);
}

function writeSources(writer: ByteWriter, sources: readonly DeltaSource[]): void {
  let last = 0;
  for (const source of [...sources].sort((a, b) => a.sourceNo - b.sourceNo)) {
    writer.unsigned(source.sourceNo - last);
    writer.unsigned(source.events);
    writer.byte((source.openGap ? 1 : 0) | (source.maxChargeEnd === null ? 0 : 2));
    if (source.maxChargeEnd !== null) writer.signed(source.maxChargeEnd);
    last = source.sourceNo;
  }
}
