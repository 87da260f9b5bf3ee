const REDRAW_MS = 200;
const LINE_MS = 5_000;

/** Progress on stderr: one line redrawn on a terminal, else a line every five seconds. */
export class EmitProgress {
  events = 0;
  private readonly began = performance.now();
  private shownAt = this.began;

  constructor(
    private readonly total: number | undefined,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  add(events: number): void {
    this.events += events;
    const now = performance.now();
    if (now - this.shownAt < (this.stream.isTTY ? REDRAW_MS : LINE_MS)) return;
    this.shownAt = now;
    this.stream.write(this.stream.isTTY ? `\r\u001b[K${this.line()}` : `${this.line()}\n`);
  }

  say(text: string): void {
    this.stream.write(this.stream.isTTY ? `\r\u001b[K${text}\n` : `${text}\n`);
  }

  end(): void {
    this.say(this.line());
  }

  private line(): string {
    const seconds = Math.max(0.001, (performance.now() - this.began) / 1000);
    const rate = Math.round(this.events / seconds);
    const of = this.total === undefined ? '' : ` of ${this.total}`;
    const left =
      this.total === undefined || rate === 0 || this.events >= this.total
        ? ''
        : `, ${Math.ceil((this.total - this.events) / rate)} s left`;
    return `${this.events}${of} events, ${rate} a second${left}`;
  }
}
