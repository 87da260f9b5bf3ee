import { formatPosition } from '@app/wire';
import { type LedgerAddress } from './ledger-address.js';

const CONTRACT_SIDE = -1;

/** Position token of an address, the contract side as shard -1. */
export function positionOf({ shards, contractPosition }: LedgerAddress): string {
  return formatPosition({
    shards: new Map([[CONTRACT_SIDE, contractPosition], ...shards]),
    offsets: new Map(),
  });
}
