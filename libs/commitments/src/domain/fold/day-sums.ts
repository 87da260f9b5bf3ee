const SLACK_DAYS = 32;

/** Amounts by day number, with running sums that are brought up to date only where days changed. */
export class DaySums {
  private base = 0;
  private values: bigint[] = [];
  /** `running[i]` is the sum of all values before place i; valid up to `clean`. */
  private running: bigint[] = [0n];
  private clean = 0;

  add(day: number, amount: bigint): void {
    if (this.values.length === 0) this.base = day;
    if (day < this.base) this.extendTo(day);
    const place = day - this.base;
    while (this.values.length <= place) this.values.push(0n);
    const before = this.values[place] ?? 0n;
    this.values[place] = before === 0n ? amount : before + amount;
    if (place < this.clean) this.clean = place;
  }

  at(day: number): bigint {
    return this.values[day - this.base] ?? 0n;
  }

  /** Sum of the days before `day`. */
  before(day: number): bigint {
    const place = Math.min(day - this.base, this.values.length);
    if (place <= 0) return 0n;
    for (; this.clean < place; this.clean += 1) {
      this.running[this.clean + 1] =
        (this.running[this.clean] ?? 0n) + (this.values[this.clean] ?? 0n);
    }
    return this.running[place] ?? 0n;
  }

  /** Sum of `[from, to)`. */
  between(from: number, to: number): bigint {
    return to <= from ? 0n : this.before(to) - this.before(from);
  }

  get total(): bigint {
    return this.before(Infinity);
  }

  /** First day with an amount; Infinity without any. */
  get start(): number {
    const place = this.values.findIndex((value) => value !== 0n);
    return place < 0 ? Infinity : this.base + place;
  }

  /** Day after the last one with an amount; -Infinity without any. */
  get end(): number {
    const place = this.values.findLastIndex((value) => value !== 0n);
    return place < 0 ? -Infinity : this.base + place + 1;
  }

  private extendTo(day: number): void {
    const base = day - SLACK_DAYS;
    const missing = this.base - base;
    this.values = [...Array.from({ length: missing }, () => 0n), ...this.values];
    this.base = base;
    this.running = [0n];
    this.clean = 0;
  }
}
