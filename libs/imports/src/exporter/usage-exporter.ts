import { type Clock } from '@app/platform';
import { BatchSender, type BatchSenderOptions } from './batch-sender.js';
import { type ExporterMemory, type ExporterState } from './exporter-state.js';
import { type OutgoingLine, wireEvent } from './wire-event.js';

export interface UsageExporterOptions extends Omit<BatchSenderOptions, 'beforeSend'> {
  readonly state: ExporterState;
  readonly clock: Clock;
}

const ID_WIDTH = 9;

/**
 * An exporter stream: numbers usage lines with (epoch, sequence) and sends them in order. Counter
 * and batch are persisted before the batch is sent, and after a crash the same batch is sent again:
 * the ledger knows its numbers, so every line counts once.
 */
export class UsageExporter {
  private next: bigint;
  private cursors: (string | undefined)[] = [];
  private constructor(
    private readonly options: UsageExporterOptions,
    private memory: ExporterMemory,
    private readonly sender: BatchSender,
  ) {
    this.next = BigInt(memory.nextSequence);
  }

  /** Loads the counter, or starts a new epoch, and first sends again what may not have arrived. */
  static async open(options: UsageExporterOptions): Promise<UsageExporter> {
    const { source, state, clock } = options;
    const known = await state.load();
    if (known !== undefined && known.source !== source) {
      throw new Error(`the state belongs to the exporter of ${known.source}, not of ${source}`);
    }
    // A clock in milliseconds makes the epoch of a lost counter larger than every one before.
    const memory = known ?? {
      source,
      epoch: clock.now().getTime().toString(),
      nextSequence: '0',
      pending: [],
    };
    const beforeSend = (events: readonly string[]): Promise<void> => exporter.remember(events);
    const exporter: UsageExporter = new UsageExporter(
      options,
      memory,
      new BatchSender({ ...options, beforeSend }),
    );
    await exporter.resend();
    return exporter;
  }

  /** The caller's cursor as of the last batch that was persisted, this start or an earlier one. */
  get cursor(): string | undefined {
    return this.memory.cursor;
  }

  /**
   * Takes one line; resolves when there is room for the next. `cursor` tells how far the caller has
   * come with this line; it is persisted together with the line.
   */
  async emit(line: OutgoingLine, cursor?: string): Promise<void> {
    const sequence = this.next.toString();
    this.next += 1n;
    const { source } = this.options;
    const { epoch } = this.memory;
    const id = `${epoch}-${sequence.padStart(ID_WIDTH, '0')}`;
    const time = this.options.clock.now().toISOString();
    this.cursors.push(cursor);
    await this.sender.add(wireEvent({ source, id, epoch, sequence, time }, line));
  }

  /** Resolves when every line so far is confirmed. */
  async flush(): Promise<void> {
    await this.sender.flush();
  }

  /** Flushes, and notes that nothing is under way. */
  async close(): Promise<void> {
    await this.flush();
    await this.save({ ...this.memory, pending: [] });
  }

  private async remember(events: readonly string[]): Promise<void> {
    const cursor = this.cursors.splice(0, events.length).findLast((entry) => entry !== undefined);
    const nextSequence = (BigInt(this.memory.nextSequence) + BigInt(events.length)).toString();
    await this.save({
      ...this.memory,
      nextSequence,
      pending: events,
      ...(cursor === undefined ? {} : { cursor }),
    });
  }

  private async resend(): Promise<void> {
    const { pending } = this.memory;
    if (pending.length === 0) return;
    const sender = new BatchSender(this.options);
    for (const event of pending) await sender.add(event);
    await sender.flush();
  }

  private async save(memory: ExporterMemory): Promise<void> {
    await this.options.state.save(memory);
    this.memory = memory;
  }
}
