/** Whoever would wait longer than this for a token is turned away. */
const LONGEST_WAIT_MS = 500;

/**
 * Lets `perSecond` requests a second through, and twice as many in one go after a pause; those just
 * over it wait a little, the rest is told when to come again.
 */
export class TokenBucket {
  private tokens: number;

  constructor(
    private readonly perSecond: number,
    private lastMs: number,
  ) {
    this.tokens = 2 * perSecond;
  }

  /** Milliseconds to wait before going on (0: none), or the seconds after which to ask again. */
  take(nowMs: number): { readonly waitMs: number } | { readonly retryAfterSeconds: number } {
    const grown = (Math.max(0, nowMs - this.lastMs) / 1000) * this.perSecond;
    this.tokens = Math.min(2 * this.perSecond, this.tokens + grown);
    this.lastMs = nowMs;
    const waitMs = Math.max(0, Math.ceil(((1 - this.tokens) / this.perSecond) * 1000));
    if (waitMs > LONGEST_WAIT_MS) return { retryAfterSeconds: Math.ceil(waitMs / 1000) };
    this.tokens -= 1;
    return { waitMs };
  }
}
