const TICK_MS = 2_000;

/** Says on stderr what is being done; steps that take longer than two seconds say so again. */
export class Progress {
  constructor(
    private readonly write: (text: string) => void = (text) => process.stderr.write(text),
    private readonly tickMs = TICK_MS,
  ) {}

  say(text: string): void {
    this.write(`${text}\n`);
  }

  /** Runs a step; prints its seconds when it ends, and every few seconds until then. */
  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
    this.say(`  ${name} …`);
    const timer = setInterval(() => {
      this.say(`  ${name} … ${seconds()} s`);
    }, this.tickMs);
    try {
      const result = await work();
      this.say(`✔ ${name} (${seconds()} s)`);
      return result;
    } catch (error) {
      this.say(`✘ ${name} (${seconds()} s)`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }
}
