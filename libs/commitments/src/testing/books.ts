import { type StoredEvent } from '@app/event-store';
import { type SegmentDelta, type UsageSnapshot } from '@app/usage-ledger';
import { type Cell, type LedgerSeries, type SeriesAttributes } from '@app/usage-ledger/domain';
import { contractDecider, type SignContract } from '../domain/index.js';

export const EMPTY_LEDGER: UsageSnapshot = {
  vector: new Map(),
  offsets: new Map(),
  recordedAt: null,
  series: [],
  cells: [],
  sources: [],
};

/** A series of billed lines. */
export function billedSeries(digest: string, more: Partial<SeriesAttributes> = {}): LedgerSeries {
  const attrs = { source: 's', chargeCategory: 'Usage', billingCurrency: 'USD', invoiced: false };
  return { digest, attrs: { ...attrs, mask: 2, ...more } };
}

/** One line of one day. */
export function billedCell(digest: string, startDay: number, billedE18: bigint): Cell {
  return {
    ...{ digest, startDay, endDay: startDay + 1, events: 1n, billedE18 },
    ...{ quantityE18: null, listE18: null, contractedE18: null, effectiveE18: null },
  };
}

/** The next segment of shard 0. */
export function segmentOf(
  seq: bigint,
  series: readonly LedgerSeries[],
  cells: readonly Cell[],
  recordedAt = '2026-06-01T00:00:00.000001Z',
): SegmentDelta {
  const sources = [...new Set(series.map(({ attrs }) => attrs.source))];
  return {
    ...{ shard: 0, seq, nextOffset: seq * 10n, recordedAt, cells: [...cells] },
    series: [...series],
    sources: sources.map((source) => ({
      ...{ source, events: cells.length, maxChargeEnd: '2026-05-31', openGap: false },
    })),
  };
}

/** The events of a signing as the store holds them, from a position on. */
export function signing(
  contract: Omit<SignContract, 'type' | 'name' | 'provider' | 'currency' | 'reason'> &
    Partial<Pick<SignContract, 'provider' | 'currency'>>,
  position = 1n,
): StoredEvent[] {
  const words = { name: 'spec', provider: 'AWS', currency: 'USD', reason: 'spec' };
  const command = { type: 'SignContract', ...words, ...contract } as const;
  return contractDecider.decide(contractDecider.initial(), command).map((data, i) => ({
    ...{ data, type: data.type, actor: 'spec', stream: `contract-${contract.contractId}` },
    position: position + BigInt(i),
    version: BigInt(i + 1),
    recordedAt: '2026-05-01T00:00:00.000001Z',
  }));
}
