import { metrics, type ShardState } from '../runtime/ingest-metrics.js';

/** How one shard of this process is, for its own parts, `/readyz` and the metrics. */
export class ShardStatus {
  private current: ShardState = 'loading';
  private why = '';
  private shardNo: number | undefined;

  constructor(readonly part: number) {}

  get state(): ShardState {
    return this.current;
  }

  /** Why it does not run; empty while it does. */
  get detail(): string {
    return this.why;
  }

  get shard(): number | undefined {
    return this.shardNo;
  }

  registered(shard: number): void {
    this.shardNo = shard;
    metrics.state(shard, this.current);
  }

  enter(state: ShardState, detail = ''): void {
    this.current = state;
    this.why = detail;
    if (this.shardNo !== undefined) metrics.state(this.shardNo, state);
  }

  gone(): void {
    if (this.shardNo !== undefined) metrics.state(this.shardNo, null);
  }
}
