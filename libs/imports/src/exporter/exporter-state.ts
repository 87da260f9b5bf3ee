/** What an exporter must not forget. */
export interface ExporterMemory {
  readonly source: string;
  /** Decimal digits of an unsigned 64-bit integer. */
  readonly epoch: string;
  /** The next sequence number to give. */
  readonly nextSequence: string;
  /** The batch that was being sent: JSON texts of its events. Sent again at the next start. */
  readonly pending: readonly string[];
  /** How far the caller's own work is contained in the batches up to `pending`. */
  readonly cursor?: string;
}

/** Where an exporter keeps its counter. `save` resolves when the state survives a crash. */
export abstract class ExporterState {
  abstract load(): Promise<ExporterMemory | undefined>;
  abstract save(state: ExporterMemory): Promise<void>;
}
