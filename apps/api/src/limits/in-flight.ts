/** The api has as much to do as it can. */
export class OverloadedError extends Error {
  readonly code = 'overloaded';
  readonly retryAfterSeconds = 1;

  constructor() {
    super('too many requests are in flight');
  }
}

const QUEUED_MS = 500;

/** At most `max` at a time; the others wait half a second and are turned away then. */
export class InFlight {
  private running = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly max: number) {}

  /** Resolves when it is this one's turn. @throws OverloadedError */
  async enter(): Promise<void> {
    if (this.running < this.max) {
      this.running += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const turn = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(turn);
        reject(new OverloadedError());
      }, QUEUED_MS);
      this.waiting.add(turn);
    });
  }

  /** Gives the place to whoever waits longest. */
  leave(): void {
    const [next] = this.waiting;
    if (next === undefined) {
      this.running -= 1;
      return;
    }
    this.waiting.delete(next);
    next();
  }
}
