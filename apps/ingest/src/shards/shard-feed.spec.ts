import { ShardFeed } from './shard-feed.js';

describe('feed of a shard', () => {
  it('keeps a wake-up that comes while nobody waits', async () => {
    const feed = new ShardFeed();
    feed.wake();
    expect(await feed.next(null)).toBeUndefined();
  });

  it('is awake once a call', async () => {
    const feed = new ShardFeed();
    feed.wake();
    feed.wake();
    await feed.next(null);
    const item = { records: [], nextOffset: 1n };
    const next = feed.next(null);
    feed.push(item);
    expect(await next).toBe(item);
  });

  it('gives what is there before it listens to a wake-up', async () => {
    const feed = new ShardFeed();
    const item = { records: [], nextOffset: 1n };
    feed.push(item);
    feed.wake();
    expect(await feed.next(null)).toBe(item);
  });
});
