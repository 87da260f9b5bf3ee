import type { ShardHead } from '@app/usage-ledger';
import { formatPosition, type LedgerHead } from '@app/wire';

interface ContractHead {
  readonly position: bigint;
  readonly recordedAt: string | null;
}

export function ledgerHead(heads: readonly ShardHead[], contracts: ContractHead): LedgerHead {
  const shards = new Map(heads.map(({ shard, seq }) => [shard, seq]));
  return {
    position: formatPosition({ shards: new Map([[-1, contracts.position], ...shards]) }),
    shards: heads.map((head) => ({
      shard: head.shard,
      seq: head.seq.toString(),
      nextOffset: head.nextOffset.toString(),
      chain: head.chain,
      recordedAt: head.recordedAt,
      halted: head.halted,
    })),
    contracts: { position: contracts.position.toString(), recordedAt: contracts.recordedAt },
  };
}
