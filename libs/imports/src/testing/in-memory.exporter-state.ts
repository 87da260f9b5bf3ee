import { type ExporterMemory, ExporterState } from '../exporter/exporter-state.js';

/** Keeps what was saved last; `history` has every save. */
export class InMemoryExporterState extends ExporterState {
  readonly history: ExporterMemory[] = [];

  load(): Promise<ExporterMemory | undefined> {
    return Promise.resolve(this.history.at(-1));
  }

  save(memory: ExporterMemory): Promise<void> {
    this.history.push(structuredClone(memory));
    return Promise.resolve();
  }
}
