import { type NumberedSeries } from '@app/commitments';

/** Numbers of series in the read models' dictionary: given once, never changed. */
export class SeriesNumbers {
  private fresh: NumberedSeries[] = [];
  private next: number;

  constructor(private readonly numbers: Map<string, number>) {
    this.next = Math.max(-1, ...numbers.values()) + 1;
  }

  of({ digest, attrs }: Omit<NumberedSeries, 'seriesNo'>): number {
    const known = this.numbers.get(digest);
    if (known !== undefined) return known;
    const seriesNo = this.next++;
    this.numbers.set(digest, seriesNo);
    this.fresh.push({ seriesNo, digest, attrs });
    return seriesNo;
  }

  /** Those given a number since they were last stored. */
  get unstored(): readonly NumberedSeries[] {
    return this.fresh;
  }

  stored(): void {
    this.fresh = [];
  }
}
