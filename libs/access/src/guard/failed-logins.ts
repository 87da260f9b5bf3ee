import { TooManyFailedLoginsError } from '../domain/access.errors.js';

const WINDOW_MS = 60_000;
const ALLOWED = 10;
const ADDRESSES = 10_000;

/** Wrong keys by address: ten a minute, then refused unheard. */
export class FailedLogins {
  private readonly seen = new Map<string, { count: number; sinceMs: number }>();

  /** @throws TooManyFailedLoginsError */
  check(address: string, nowMs: number): void {
    const entry = this.seen.get(address);
    if (entry === undefined || nowMs - entry.sinceMs >= WINDOW_MS || entry.count < ALLOWED) return;
    throw new TooManyFailedLoginsError(Math.ceil((entry.sinceMs + WINDOW_MS - nowMs) / 1000));
  }

  record(address: string, nowMs: number): void {
    const entry = this.seen.get(address);
    if (entry !== undefined && nowMs - entry.sinceMs < WINDOW_MS) {
      entry.count += 1;
      return;
    }
    const [oldest] = this.seen.keys();
    if (this.seen.size >= ADDRESSES && oldest !== undefined) this.seen.delete(oldest);
    this.seen.delete(address);
    this.seen.set(address, { count: 1, sinceMs: nowMs });
  }
}
