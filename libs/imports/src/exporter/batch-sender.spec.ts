import { RecordLog } from '../testing/record-log.js';
import { BatchSender } from './batch-sender.js';

const event = (n: number, padding = 0): string =>
  JSON.stringify({ id: `e${n}`, data: 'x'.repeat(padding) });
const ids = (log: RecordLog): string[] => log.events.map(({ id }) => id);

function gateway(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('BatchSender', () => {
  it('sends arrays of 1,000 events and the rest after 100 ms', async () => {
    const log = new RecordLog();
    const sender = new BatchSender({ source: 's/1', send: log.send });
    for (let n = 0; n < 2_001; n += 1) await sender.add(event(n));
    await sender.flush();
    expect(
      log.sends.map((records) =>
        records.map(({ value }) => (JSON.parse(value) as unknown[]).length),
      ),
    ).toEqual([[1000], [1000], [1]]);
    expect(log.sends.flat().map(({ key, headers }) => [key, headers['content-type']])).toEqual(
      Array.from({ length: 3 }, () => ['s/1', 'application/cloudevents-batch+json']),
    );
    expect(ids(log)).toEqual(Array.from({ length: 2_001 }, (_, n) => `e${n}`));
  });

  it('does not wait for a full batch longer than it may', async () => {
    const log = new RecordLog();
    const sent = gateway();
    const sender = new BatchSender({
      source: 's',
      batchMs: 5,
      send: async (records) => {
        await log.send(records);
        sent.resolve();
      },
    });
    await sender.add(event(1));
    await sent.promise;
    expect(ids(log)).toEqual(['e1']);
  });

  it('sends structured events one by one when asked to', async () => {
    const log = new RecordLog();
    const sender = new BatchSender({ source: 's', send: log.send, perRecord: 1 });
    await sender.add(event(1));
    await sender.add(event(2));
    await sender.flush();
    expect(
      log.sends.map((records) => records.map(({ headers }) => headers['content-type'])),
    ).toEqual([['application/cloudevents+json', 'application/cloudevents+json']]);
  });

  it('keeps every record below 1 MiB', async () => {
    const log = new RecordLog();
    const sender = new BatchSender({ source: 's', send: log.send });
    for (let n = 0; n < 100; n += 1) await sender.add(event(n, 60_000));
    await sender.flush();
    const sizes = log.sends.flat().map(({ value }) => Buffer.byteLength(value));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000_000);
    expect(sizes).toHaveLength(7);
    expect(ids(log)).toHaveLength(100);
  });

  it('tries again until it is confirmed, in order', async () => {
    const log = new RecordLog();
    log.failures.push('lost', 'lost', 'unknown');
    const attempts: number[] = [];
    const sender = new BatchSender({
      source: 's',
      send: log.send,
      batchEvents: 2,
      onRetry: (attempt) => attempts.push(attempt),
    });
    for (let n = 0; n < 4; n += 1) await sender.add(event(n));
    await sender.flush();
    expect(attempts).toEqual([1, 2, 3]);
    expect(ids(log)).toEqual(['e0', 'e1', 'e0', 'e1', 'e2', 'e3']);
  });

  it('holds the caller while a full batch is under way', async () => {
    const gate = gateway();
    const sender = new BatchSender({ source: 's', batchEvents: 1, send: () => gate.promise });
    await sender.add(event(1));
    let taken = false;
    const second = sender.add(event(2)).then(() => (taken = true));
    await new Promise(setImmediate);
    expect(taken).toBe(false);
    gate.resolve();
    await second;
    expect(taken).toBe(true);
  });

  it('ends a send that hangs when it is aborted', async () => {
    const abort = new AbortController();
    const never = new Promise<void>(() => undefined);
    const sender = new BatchSender({ source: 's', send: () => never, signal: abort.signal });
    await sender.add(event(1));
    const flushed = sender.flush();
    abort.abort(new Error('stopped'));
    await expect(flushed).rejects.toThrow('stopped');
  });
});
