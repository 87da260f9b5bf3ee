import type { OpenBatch } from './open-batch.js';

/** Why the halt rule stopped a shard; the text stays in the head and outlives this process. */
export function rateReason({ quarantine, decided, quarantinedBy, nextOffset }: OpenBatch): string {
  return (
    `quarantine-rate: ${quarantine.length} of ${decided} events below offset ${nextOffset} are bad,` +
    ` from ${quarantinedBy.size} sources`
  );
}

/** Records below this offset pass once somebody resumes a shard that was halted for this reason. */
export function throughOffset(reason: string, head: bigint): bigint {
  const below = /^quarantine-rate: .* below offset (\d+) /.exec(reason)?.[1];
  return below === undefined ? head : BigInt(below);
}
