export interface Check {
  readonly ok: boolean;
  readonly detail: string;
}

/** What a role needs before it is ready, and what of it does not hold now. */
export class Health {
  private readonly checks = new Map<string, Check>();
  private draining = false;
  private everReady = false;

  /** @param names the checks; each counts as failed until it is set */
  constructor(names: readonly string[]) {
    for (const name of names) this.checks.set(name, { ok: false, detail: 'not yet checked' });
  }

  set(name: string, ok: boolean, detail = ''): void {
    this.checks.set(name, { ok, detail });
    this.everReady ||= this.ready;
  }

  /** From now on unready: traffic goes elsewhere while what is in flight ends. */
  drain(): void {
    this.draining = true;
  }

  get ready(): boolean {
    return !this.draining && [...this.checks.values()].every(({ ok }) => ok);
  }

  get started(): boolean {
    return this.everReady || this.ready;
  }

  report(): { status: 'ok' | 'unavailable'; checks: Record<string, Check> } {
    const checks = Object.fromEntries(this.checks);
    const drained = this.draining ? { draining: { ok: false, detail: 'shutting down' } } : {};
    return { status: this.ready ? 'ok' : 'unavailable', checks: { ...checks, ...drained } };
  }
}
