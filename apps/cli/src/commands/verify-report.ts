import type { ShardVerdict } from '@app/usage-ledger';

/** A line for each shard, and one that sums up. */
export function verdictLines(verdicts: readonly ShardVerdict[]): string[] {
  const lines = verdicts.map(({ shard, segments, events, finding }) => {
    const verified = `${segments} segments, ${events} events`;
    if (finding === null) return `✔ shard ${shard}: ${verified}`;
    const where = `(shard ${finding.shard}, seq ${finding.seq})`;
    return `✘ shard ${shard}: ${where} ${finding.code}: ${finding.detail}; before it ${verified} hold`;
  });
  const broken = verdicts.filter(({ finding }) => finding !== null).length;
  const sum =
    broken === 0
      ? `everything holds in ${verdicts.length} shards`
      : `${broken} of ${verdicts.length} shards are broken`;
  return [...lines, sum];
}

/** For programs: bigints as decimal text. */
export function verdictJson(verdicts: readonly ShardVerdict[]): string {
  return JSON.stringify({ shards: verdicts }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}
