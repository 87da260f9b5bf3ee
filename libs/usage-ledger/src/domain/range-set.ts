/** Sorted, disjoint, non-adjacent ranges [start, end) of non-negative safe integers. */
export class RangeSet {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** @param text PostgreSQL's multirange of integers, `{[0,5),[7,9)}` */
  static parse(text: string): RangeSet {
    const set = new RangeSet();
    for (const [, start, end] of text.matchAll(/\[(\d+),(\d+)\)/g)) {
      set.starts.push(Number(start));
      set.ends.push(Number(end));
    }
    return set;
  }

  get size(): number {
    return this.starts.length;
  }

  /** How many numbers it holds. */
  get count(): number {
    return this.starts.reduce((sum, start, i) => sum + (this.ends[i] ?? start) - start, 0);
  }

  /** One more than the largest number; 0 when empty. */
  get end(): number {
    return this.ends.at(-1) ?? 0;
  }

  has(value: number): boolean {
    const i = this.rangeBefore(value);
    return i >= 0 && value < (this.ends[i] ?? 0);
  }

  /** False when it was there already. */
  add(value: number): boolean {
    const { starts, ends } = this;
    const last = ends.length - 1;
    if (last >= 0 && ends[last] === value) {
      ends[last] = value + 1;
      return true;
    }
    const i = this.rangeBefore(value);
    if (i >= 0 && value < (ends[i] ?? 0)) return false;
    const joinsLeft = i >= 0 && ends[i] === value;
    const joinsRight = starts[i + 1] === value + 1;
    if (joinsLeft && joinsRight) {
      ends.splice(i, 1);
      starts.splice(i + 1, 1);
    } else if (joinsLeft) ends[i] = value + 1;
    else if (joinsRight) starts[i + 1] = value;
    else {
      starts.splice(i + 1, 0, value);
      ends.splice(i + 1, 0, value + 1);
    }
    return true;
  }

  toString(): string {
    return `{${this.starts.map((start, i) => `[${start},${this.ends[i] ?? start})`).join(',')}}`;
  }

  /** Index of the last range that starts at or before the value; -1 when there is none. */
  private rangeBefore(value: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
