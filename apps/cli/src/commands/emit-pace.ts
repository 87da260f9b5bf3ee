import { setTimeout as pause } from 'node:timers/promises';

/** Holds a sender to `perSecond` events on average; undefined = no limit. */
export class Pace {
  private sent = 0;
  private readonly began = performance.now();

  constructor(private readonly perSecond: number | undefined) {}

  async next(): Promise<void> {
    if (this.perSecond === undefined) return;
    const dueMs = (this.sent / this.perSecond) * 1000 - (performance.now() - this.began);
    this.sent += 1;
    if (dueMs > 1) await pause(dueMs);
  }
}
