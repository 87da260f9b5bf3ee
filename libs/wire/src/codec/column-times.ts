import { formatInstant, parseInstant } from '../events/instant.js';
import { type UsageEvent } from '../events/usage-event.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { CodecError } from './codec.errors.js';
import { readNumberRuns, readRuns, writeNumberRuns, writeRuns } from './runs.js';

/** A canonical instant in whole microseconds since 1970, and the nanoseconds beyond them. */
interface Split {
  readonly us: number;
  readonly ns: number;
}

/** The three instants of an event. */
export interface EventTimes {
  readonly time?: string;
  readonly start: string;
  readonly end?: string;
}

const SLOTS = 3;
const US_PER_SECOND = 1_000_000;
const NS_PER_US = 1000;

export function timesOf({ time, data }: UsageEvent): EventTimes {
  return {
    start: data.chargePeriodStart,
    ...(time === undefined ? {} : { time }),
    ...(data.chargePeriodEnd === undefined ? {} : { end: data.chargePeriodEnd }),
  };
}

/**
 * Columns 7 to 9: presence and steps of `time`; nanoseconds beyond the microsecond as (step of
 * 3 x event + slot, value); runs of (step of the charge start, 0 or 1 + length of the charge).
 */
export function writeTimes(all: readonly EventTimes[]): [Buffer, Buffer, Buffer] {
  const [times, nanos, charges] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];
  writeNumberRuns(
    times,
    all.map(({ time }) => (time === undefined ? 0 : 1)),
  );
  let [lastTime, lastStart, lastSlot] = [0, 0, 0];
  const further = (slot: number, { ns }: Split): void => {
    if (ns === 0) return;
    nanos.unsigned(slot - lastSlot);
    nanos.unsigned(ns);
    lastSlot = slot;
  };
  const steps = all.map(({ time, start, end }, i) => {
    if (time !== undefined) {
      const at = split(time);
      times.signed(at.us - lastTime);
      lastTime = at.us;
      further(i * SLOTS, at);
    }
    const from = split(start);
    further(i * SLOTS + 1, from);
    const to = end === undefined ? undefined : split(end);
    if (to !== undefined) further(i * SLOTS + 2, to);
    const step = `${from.us - lastStart} ${to === undefined ? 0 : to.us - from.us + 1}`;
    lastStart = from.us;
    return step;
  });
  writeRuns(charges, steps, (step) => {
    const [start, length] = step.split(' ');
    charges.signed(Number(start));
    charges.unsigned(Number(length));
  });
  return [times.finish(), nanos.finish(), charges.finish()];
}

/** The instants of event `i`, put together when they are asked for. */
export type TimesAt = (i: number) => EventTimes;

/** The inverse of `writeTimes`. */
export function readTimes(columns: readonly [Buffer, Buffer, Buffer], count: number): TimesAt {
  const [times, nanos, charges] = columns.map((column) => new ByteReader(column)) as [
    ByteReader,
    ByteReader,
    ByteReader,
  ];
  const present = readNumberRuns(times, count);
  const further = readNanos(nanos, count * SLOTS);
  const runs = readRuns(charges, count, () => [charges.signed(), charges.unsigned()] as const);
  const [timeUs, startUs] = [new Float64Array(count), new Float64Array(count)];
  let [lastTime, lastStart] = [0, 0];
  for (let i = 0; i < count; i += 1) {
    startUs[i] = lastStart += runs[i]?.[0] ?? 0;
    if (present[i] !== 0) timeUs[i] = lastTime += times.signed();
  }
  return (i) => {
    const join = (us: number, slot: number): string =>
      format(us, further.get(i * SLOTS + slot) ?? 0);
    const from = startUs[i] ?? 0;
    const length = runs[i]?.[1] ?? 0;
    return {
      start: join(from, 1),
      ...(length === 0 ? {} : { end: join(from + length - 1, 2) }),
      ...(present[i] === 0 ? {} : { time: join(timeUs[i] ?? 0, 0) }),
    };
  };
}

function readNanos(reader: ByteReader, slots: number): Map<number, number> {
  const further = new Map<number, number>();
  let slot = 0;
  while (!reader.done) {
    slot += reader.unsigned();
    if (slot >= slots) throw new CodecError('a nanosecond of no event');
    further.set(slot, reader.unsigned());
  }
  return further;
}

function split(text: string): Split {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not a canonical instant: ${text}`);
  const us = Math.floor(instant.nanos / NS_PER_US);
  return { us: instant.seconds * US_PER_SECOND + us, ns: instant.nanos - us * NS_PER_US };
}

function format(us: number, ns: number): string {
  const seconds = Math.floor(us / US_PER_SECOND);
  if (ns >= NS_PER_US || Math.abs(us) > Number.MAX_SAFE_INTEGER) throw new CodecError('no instant');
  return formatInstant({ seconds, nanos: (us - seconds * US_PER_SECOND) * NS_PER_US + ns });
}
