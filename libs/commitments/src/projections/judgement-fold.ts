import { type StoredEvent } from '@app/event-store';
import {
  type FxTable,
  type FxTableEvent,
  fxTableDecider,
  type PriceBook,
  type PriceBookEvent,
  priceBookDecider,
} from '@app/pricing/domain';
import { fxTableStream, priceBookStream } from '@app/pricing';
import { contractStream } from '../commands/contract-stream.js';
import { booksOf } from '../domain/fold/commitment-plan.js';
import { tablesOf } from '../domain/fold/fx-resolver.js';
import {
  type Commitment,
  type Contract,
  contractDecider,
  type ContractEvent,
} from '../domain/index.js';
import { termsTimeline } from '../domain/terms/terms-timeline.js';

/** A contract as folded so far, with the version of its stream. */
export interface VersionedContract {
  readonly contract: Contract;
  readonly version: bigint;
}

/** Versions of the streams whose prices and rates were used. */
export interface VersionsUsed {
  readonly priceBooks: { readonly priceBookId: string; readonly version: number }[];
  readonly fxTables: { readonly fxTableId: string; readonly version: number }[];
}

/** What of the judgement an event changed. */
export type JudgementPart = 'contract' | 'price' | 'fx';

/** Contracts, price books and FX tables as they follow from the events of the contract side. */
export class JudgementFold {
  private readonly byStream = new Map<string, VersionedContract>();
  private readonly books = new Map<string, PriceBook>();
  private readonly tables = new Map<string, FxTable>();
  private readonly versions = new Map<string, bigint>();
  private last = 0n;
  private recordedAt: string | null = null;

  /** Position of the last event taken in; 0 before the first. */
  get position(): bigint {
    return this.last;
  }

  get asOf(): string | null {
    return this.recordedAt;
  }

  get contracts(): readonly VersionedContract[] {
    return [...this.byStream.values()];
  }

  get priceBooks(): readonly PriceBook[] {
    return [...this.books.values()];
  }

  get fxTables(): readonly FxTable[] {
    return [...this.tables.values()];
  }

  /** Takes the next event in; null when it changes nothing that counts (streams of other rooms). */
  apply(event: StoredEvent): JudgementPart | null {
    this.last = event.position;
    this.recordedAt = event.recordedAt;
    const { stream, data, version } = event;
    this.versions.set(stream, version);
    if (stream.startsWith('contract-')) {
      const known = this.byStream.get(stream)?.contract ?? contractDecider.initial();
      const contract = contractDecider.evolve(known, data as ContractEvent);
      this.byStream.set(stream, { contract, version });
      return 'contract';
    }
    if (stream.startsWith('price-book-')) {
      const known = this.books.get(stream) ?? priceBookDecider.initial();
      this.books.set(stream, priceBookDecider.evolve(known, data as PriceBookEvent));
      return 'price';
    }
    if (stream.startsWith('fx-table-')) {
      const known = this.tables.get(stream) ?? fxTableDecider.initial();
      this.tables.set(stream, fxTableDecider.evolve(known, data as FxTableEvent));
      return 'fx';
    }
    return null;
  }

  /** Which parts of one commitment's own judgement the streams hold. */
  partsIn(
    streams: ReadonlySet<string>,
    contract: Contract,
    commitment: Commitment,
  ): JudgementPart[] {
    if (streams.size === 0) return [];
    const own = streams.has(contractStream(contract.contractId));
    const parts: JudgementPart[] = own ? ['contract'] : [];
    const used = usedBy(contract, commitment, {
      priceBooks: named(this.books, streams),
      fxTables: named(this.tables, streams),
    });
    if (used.priceBooks.length > 0) parts.push('price');
    if (used.fxTables.length > 0) parts.push('fx');
    return parts;
  }

  /** Price books and FX tables that a commitment's fold uses, with the versions of their streams. */
  versionsUsed(contract: Contract, commitment: Commitment): VersionsUsed {
    const { priceBooks, fxTables } = usedBy(contract, commitment, this);
    const versionOf = (stream: string): number => Number(this.versions.get(stream));
    return {
      priceBooks: priceBooks.map(({ priceBookId }) => ({
        priceBookId,
        version: versionOf(priceBookStream(priceBookId)),
      })),
      fxTables: fxTables.map(({ fxTableId }) => ({
        fxTableId,
        version: versionOf(fxTableStream(fxTableId)),
      })),
    };
  }
}

interface PricesAndRates {
  readonly priceBooks: readonly PriceBook[];
  readonly fxTables: readonly FxTable[];
}

/** Those that any version of the terms uses, each once, by id. */
function usedBy(
  contract: Contract,
  commitment: Commitment,
  { priceBooks, fxTables }: PricesAndRates,
): PricesAndRates {
  if (commitment.category === 'USAGE') return { priceBooks: [], fxTables: [] };
  const all = termsTimeline(commitment, contract.start).map(({ terms }) => terms);
  const books = new Set(all.flatMap((terms) => booksOf(contract, terms, { priceBooks })));
  const tables = new Set(all.flatMap(({ fx }) => tablesOf(fx, contract.currency, fxTables)));
  return {
    priceBooks: [...books].sort((a, b) => (a.priceBookId < b.priceBookId ? -1 : 1)),
    fxTables: [...tables].sort((a, b) => (a.fxTableId < b.fxTableId ? -1 : 1)),
  };
}

function named<T>(known: ReadonlyMap<string, T>, streams: ReadonlySet<string>): T[] {
  return [...known].filter(([stream]) => streams.has(stream)).map(([, one]) => one);
}
