import { Watchdog } from './watchdog.js';

/** A watchdog over one partition, its clock in the hands of the test. */
class Scene {
  now = 0;
  high = 0n;
  brokerAway = false;
  paused: number[] = [];
  readonly barks: string[] = [];
  readonly watchdog = new Watchdog({
    topic: 'usage',
    admin: {
      offsets: () =>
        this.brokerAway
          ? Promise.reject(new Error('no broker'))
          : Promise.resolve(new Map([[0, { low: 0n, high: this.high }]])),
    },
    paused: () => this.paused,
    onDeaf: (error) => this.barks.push(error.message),
    now: () => this.now,
  });

  constructor() {
    this.watchdog.assigned([0]);
  }

  async after(ms: number): Promise<number> {
    this.now += ms;
    await this.watchdog.check();
    return this.barks.length;
  }
}

describe('watchdog', () => {
  it('barks once after 30 s of silence while records wait', async () => {
    const scene = new Scene();
    scene.high = 5n;
    expect([await scene.after(29_999), await scene.after(1), await scene.after(60_000)]).toEqual([
      0, 1, 1,
    ]);
    expect(scene.barks[0]).toBe('consumer no progress for 30 s while 5 records wait');
  });

  it.each<[string, (scene: Scene) => void]>([
    ['nothing waits', (scene) => (scene.high = 0n)],
    [
      'everything has been delivered',
      (scene) => {
        scene.watchdog.progressed(0, 5n);
      },
    ],
    ['the partition is paused', (scene) => (scene.paused = [0])],
    ['the broker is away', (scene) => (scene.brokerAway = true)],
    [
      'the partition belongs to somebody else',
      (scene) => {
        scene.watchdog.assigned([]);
      },
    ],
  ])('is silent when %s', async (_, arrange) => {
    const scene = new Scene();
    scene.high = 5n;
    arrange(scene);
    expect(await scene.after(120_000)).toBe(0);
  });

  it('does not take a seek for progress', async () => {
    const scene = new Scene();
    scene.high = 5n;
    await scene.after(20_000);
    scene.watchdog.moved(0, 2n);
    expect(await scene.after(10_000)).toBe(1);
  });

  it('barks at once when the consumer has crashed for good', () => {
    const scene = new Scene();
    scene.watchdog.dead(new Error('not retriable'));
    expect(scene.barks).toEqual(['consumer crashed for good: not retriable']);
  });

  it('barks at the sixth restart in 10 minutes', async () => {
    const scene = new Scene();
    const restart = async (ms: number) => {
      scene.now += ms;
      scene.watchdog.restarted(new Error('again'));
      await new Promise(setImmediate);
      return scene.barks.length;
    };
    for (let i = 0; i < 5; i += 1) expect(await restart(60_000)).toBe(0);
    // The first five have grown old by now; then the sixth within the window comes.
    expect(await restart(600_000)).toBe(0);
    for (let i = 0; i < 4; i += 1) expect(await restart(1_000)).toBe(0);
    expect(await restart(1_000)).toBe(1);
  });

  it('counts no restart while the broker is away', async () => {
    const scene = new Scene();
    scene.brokerAway = true;
    for (let i = 0; i < 20; i += 1) scene.watchdog.restarted(new Error('no broker'));
    await new Promise(setImmediate);
    expect(scene.barks).toEqual([]);
  });
});
