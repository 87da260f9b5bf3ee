import { type EventStore } from '@app/event-store';
import { fxTableStream } from '../commands/fx-table-stream.js';
import { fxTableDecider } from '../domain/index.js';
import { knownStream } from './known-stream.js';
import { type FxTableView } from './fx-table.view.js';

/** Folds an FX table's stream up to a recorded time. */
export class FxTableReader {
  constructor(private readonly eventStore: EventStore) {}

  async read(fxTableId: string, asOf?: string): Promise<FxTableView | undefined> {
    const stream = fxTableStream(fxTableId);
    const known = await knownStream(this.eventStore, stream, fxTableDecider, asOf);
    if (known === undefined) return undefined;
    const { state, ...recorded } = known;
    return { ...state, ...recorded };
  }
}
