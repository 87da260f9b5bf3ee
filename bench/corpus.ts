/** One usage event as the exporters of the benchmark send it. */
export interface CorpusEvent {
  readonly source: string;
  readonly id: string;
  readonly sequence: number;
  readonly seriesNo: number;
  /** Milliseconds since 1970. */
  readonly startMs: number;
  readonly quantity: number;
  readonly json: string;
}

export const SOURCES = 32;
const SERIES = 5_000;
const FIRST_DAY_MS = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;

/** Mulberry32: the same seed gives the same corpus on every machine. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The corpus of the usage ledger's benchmark: 32 sources, 5,000 series, about 380 bytes an event,
 * 1 % duplicates (half of them recent, half of any age), 0.5 % backdated by up to 30 days.
 */
export function corpus(count: number, seed = 1): CorpusEvent[] {
  const random = randomOf(seed);
  const next = new Array<number>(SOURCES).fill(0);
  const events: CorpusEvent[] = [];
  while (events.length < count) {
    const repeated = random() < 0.01 ? pickEarlier(events, random) : undefined;
    if (repeated !== undefined) {
      events.push(repeated);
      continue;
    }
    const source = Math.floor(random() * SOURCES);
    const sequence = next[source] ?? 0;
    next[source] = sequence + 1;
    events.push(event(source, sequence, events.length, random));
  }
  return events;
}

function pickEarlier(
  events: readonly CorpusEvent[],
  random: () => number,
): CorpusEvent | undefined {
  const span = random() < 0.5 ? Math.min(1_000, events.length) : events.length;
  return events[events.length - 1 - Math.floor(random() * span)];
}

function event(source: number, sequence: number, index: number, random: () => number): CorpusEvent {
  const backdated = random() < 0.005 ? Math.floor(random() * 30) * DAY_MS : 0;
  const startMs = FIRST_DAY_MS + 40 * DAY_MS + Math.floor(index / 4) * 1_000 - backdated;
  const seriesNo =
    source * Math.floor(SERIES / SOURCES) + Math.floor(random() * (SERIES / SOURCES));
  const quantity = 1 + Math.floor(random() * 2_000_000);
  const uri = `exporter/bedrock/us-east-2/stream/${source}`;
  const id = `b${source.toString(36)}-${sequence.toString().padStart(12, '0')}`;
  const start = new Date(startMs).toISOString().replace('.000Z', 'Z');
  const json =
    `{"specversion":"1.0","type":"commitment.usage.v1","source":"${uri}","id":"${id}","epoch":"1",` +
    `"sequence":"${sequence}","time":"${start}","data":{"chargePeriodStart":"${start}",` +
    `"skuId":"model-${seriesNo % 40}:tokens","workload":"inference","accelerator":"trainium2",` +
    `"subAccountId":"${100_000_000_000 + seriesNo}",` +
    `"consumedQuantity":"${quantity}","consumedUnit":"tokens"}}`;
  return { source: uri, id, sequence, seriesNo, startMs, quantity, json };
}
