import { Clock } from '@app/platform';
import { InMemoryExporterState } from '../testing/in-memory.exporter-state.js';
import { RecordLog } from '../testing/record-log.js';
import { UsageExporter, type UsageExporterOptions } from './usage-exporter.js';

class StoppedClock extends Clock {
  now(): Date {
    return new Date('2027-08-12T03:10:00.250Z');
  }
}
const EPOCH = '1818040200250';
const line = (quantity: number) => ({
  chargePeriodStart: '2027-08-12T03:00:00Z',
  consumedQuantity: String(quantity),
  consumedUnit: 'tokens',
});

describe('UsageExporter', () => {
  let log: RecordLog;
  let state: InMemoryExporterState;
  let options: UsageExporterOptions;

  beforeEach(() => {
    log = new RecordLog();
    state = new InMemoryExporterState();
    options = {
      source: 'exporter/x',
      state,
      clock: new StoppedClock(),
      send: log.send,
      batchEvents: 2,
    };
  });

  it('numbers lines from 0 in an epoch of its own', async () => {
    const exporter = await UsageExporter.open(options);
    for (const quantity of [7, 8, 9]) await exporter.emit(line(quantity));
    await exporter.close();
    expect(log.events).toMatchObject([
      { id: `${EPOCH}-000000000`, epoch: EPOCH, sequence: '0', data: { consumedQuantity: '7' } },
      { sequence: '1', time: '2027-08-12T03:10:00.250Z' },
      { id: `${EPOCH}-000000002`, sequence: '2', data: { consumedQuantity: '9' } },
    ]);
  });

  it('persists counter, batch and cursor before it sends', async () => {
    const seen: unknown[] = [];
    const exporter = await UsageExporter.open({
      ...options,
      send: (records) => {
        const { nextSequence, pending = [], cursor } = state.history.at(-1) ?? {};
        seen.push([nextSequence, pending.length, cursor]);
        return log.send(records);
      },
    });
    await exporter.emit(line(1), 'c1');
    await exporter.emit(line(2), 'c2');
    await exporter.emit(line(3));
    await exporter.close();
    expect(seen).toEqual([
      ['2', 2, 'c2'],
      ['3', 1, 'c2'],
    ]);
    expect(state.history.at(-1)).toEqual({
      source: 'exporter/x',
      epoch: EPOCH,
      nextSequence: '3',
      pending: [],
      cursor: 'c2',
    });
  });

  it('after a crash sends the same batch again and goes on with the next number', async () => {
    const abort = new AbortController();
    log.failures.push('unknown');
    const crashed = await UsageExporter.open({
      ...options,
      signal: abort.signal,
      onRetry: () => {
        abort.abort(new Error('crash'));
      },
    });
    await crashed.emit(line(1), 'c1');
    await crashed.emit(line(2), 'c2');
    await expect(crashed.flush()).rejects.toThrow('aborted');

    const restarted = await UsageExporter.open(options);
    expect(restarted.cursor).toBe('c2');
    await restarted.emit(line(3));
    await restarted.close();
    expect(log.events.map(({ sequence }) => sequence)).toEqual(['0', '1', '0', '1', '2']);
    expect(log.events[2]).toEqual(log.events[0]);
  });

  it('sends nothing again after a clean end', async () => {
    const first = await UsageExporter.open(options);
    await first.emit(line(1));
    await first.close();
    const second = await UsageExporter.open(options);
    await second.close();
    expect(log.events).toHaveLength(1);
  });

  it('refuses the state of another source', async () => {
    await (await UsageExporter.open(options)).close();
    await expect(UsageExporter.open({ ...options, source: 'exporter/y' })).rejects.toThrow(
      'exporter/x',
    );
  });
});
