import { type OutgoingLine, wireEvent } from '../exporter/wire-event.js';
import { openText } from './open-text.js';
import { readCsv } from './read-csv.js';
import { locate, type TraceColumns, TraceInvalidError } from './trace-columns.js';
import { traceInstant } from './trace-timestamp.js';

export interface TraceOptions {
  readonly source: string;
  /** Skus are `<sku>:input` and `<sku>:output`. */
  readonly sku: string;
  readonly columns: Partial<TraceColumns>;
  /** Added to every line, such as `billingAccountId`. */
  readonly line: Partial<OutgoingLine>;
  /** What a timestamp in milliseconds counts from. */
  readonly startMs?: number;
}

const EPOCH = '1';
const ID_WIDTH = 9;
const TOKENS = /^(0|[1-9]\d{0,17})$/;

/**
 * The events of a request trace (CSV, .gz or not): per request its input and its output tokens.
 * Identity and content depend on the file's rows alone, so sending them again, in another order or
 * in other batches, changes nothing.
 *
 * @throws TraceInvalidError, CsvInvalidError with the line
 */
export async function* traceEvents(path: string, options: TraceOptions): AsyncGenerator<string> {
  let places: Record<keyof TraceColumns, number> | undefined;
  let sequence = 0;
  for await (const { line, fields } of readCsv(openText(path))) {
    if (places === undefined) {
      places = locate(fields, options.columns);
      continue;
    }
    const at = traceInstant(fields[places.timestamp] ?? '', options.startMs);
    if (at === undefined)
      throw new TraceInvalidError(`line ${line}: no timestamp in "${fields.join(',')}"`);
    for (const direction of ['input', 'output'] as const) {
      const tokens = fields[places[direction]] ?? '';
      if (!TOKENS.test(tokens)) {
        throw new TraceInvalidError(
          `line ${line}: "${tokens}" is not a number of ${direction} tokens`,
        );
      }
      yield traceEvent(options, sequence, direction, at, tokens);
      sequence += 1;
    }
  }
}

function traceEvent(
  { source, sku, line }: TraceOptions,
  number: number,
  direction: 'input' | 'output',
  chargePeriodStart: string,
  consumedQuantity: string,
): string {
  const sequence = number.toString();
  const id = `${EPOCH}-${sequence.padStart(ID_WIDTH, '0')}`;
  return wireEvent(
    { source, id, epoch: EPOCH, sequence },
    {
      chargePeriodStart,
      ...line,
      skuId: `${sku}:${direction}`,
      skuMeter: `${direction}_tokens`,
      workload: 'inference',
      consumedQuantity,
      consumedUnit: 'tokens',
    },
  );
}
