import type { Database } from '@app/platform';

/** The one shard each source counts in: the shard that saw it first. */
export class SourceHomes {
  private readonly known = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly shard: number,
  ) {}

  get(uri: string): number | undefined {
    return this.known.get(uri);
  }

  /** Claims what nobody has claimed, and reads the rest. A home never changes. */
  async resolve(uris: ReadonlySet<string>): Promise<void> {
    const unknown = [...uris].filter((uri) => !this.known.has(uri));
    if (unknown.length === 0) return;
    await this.database.query(
      `insert into ledger.source_home (uri, shard) select uri, $2 from unnest($1::text[]) uri
       order by uri on conflict do nothing`,
      [unknown, this.shard],
    );
    const rows = await this.database.query<{ uri: string; shard: number }>(
      'select uri, shard from ledger.source_home where uri = any($1::text[])',
      [unknown],
    );
    for (const { uri, shard } of rows) this.known.set(uri, shard);
  }
}
