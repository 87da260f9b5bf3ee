import { type ContractSummary, type ListMeta } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CommitmentNameStore } from '../storage/commitment-name.store.js';
import { ContractSide } from './contract-side.js';
import { ContractReader } from './contract.reader.js';
import { contractSummary } from './contract.view.js';
import { ListContractsQuery } from './list-contracts.query.js';
import { type ListAnswer, nextKey } from './read-address.js';

@QueryHandler(ListContractsQuery)
export class ListContractsHandler implements IQueryHandler<ListContractsQuery> {
  constructor(
    private readonly names: CommitmentNameStore,
    private readonly contracts: ContractReader,
    private readonly side: ContractSide,
  ) {}

  async execute({ slice, at }: ListContractsQuery): Promise<ListAnswer<ContractSummary, ListMeta>> {
    // The moment first: what is recorded after it may be in the rows, never missing from them.
    const meta = await this.side.meta(at);
    const ids = await this.names.contracts(slice.after ?? '', slice.limit);
    const known = await Promise.all(ids.map((id) => this.contracts.read(id, at.asOf)));
    return {
      data: known.filter((one) => one !== undefined).map(contractSummary),
      next: nextKey(ids, slice),
      meta,
    };
  }
}
