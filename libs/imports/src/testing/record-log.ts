import { type ExporterRecord } from '../exporter/exporter-record.js';

interface SentEvent {
  readonly id: string;
  readonly epoch?: string;
  readonly sequence?: string;
  readonly data: { readonly consumedQuantity?: string };
}

/** A topic that keeps what it confirmed, and fails as often as it is told. */
export class RecordLog {
  readonly sends: (readonly ExporterRecord[])[] = [];
  /** The next sends fail: `lost` before anything is stored, `unknown` after all of it is. */
  readonly failures: ('lost' | 'unknown')[] = [];

  readonly send = (records: readonly ExporterRecord[]): Promise<void> => {
    const failure = this.failures.shift();
    if (failure !== 'lost') this.sends.push(records);
    return failure === undefined ? Promise.resolve() : Promise.reject(new Error(failure));
  };

  get events(): SentEvent[] {
    return this.sends.flat().flatMap(({ value }) => [JSON.parse(value) as SentEvent].flat());
  }
}
