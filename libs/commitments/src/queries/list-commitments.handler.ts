import { type CommitmentSummary, type ListMeta } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CommitmentNameStore } from '../storage/commitment-name.store.js';
import { AttainmentReader } from './attainment.reader.js';
import { commitmentSummary } from './commitment-summary.view.js';
import { ContractSide } from './contract-side.js';
import { ContractReader } from './contract.reader.js';
import { type Headline } from './draw-down.js';
import { ListCommitmentsQuery } from './list-commitments.query.js';
import { type ListAnswer, nextKey } from './read-address.js';

@QueryHandler(ListCommitmentsQuery)
export class ListCommitmentsHandler implements IQueryHandler<ListCommitmentsQuery> {
  constructor(
    private readonly names: CommitmentNameStore,
    private readonly contracts: ContractReader,
    private readonly attainment: AttainmentReader,
    private readonly side: ContractSide,
  ) {}

  async execute({
    slice,
    include,
    at,
  }: ListCommitmentsQuery): Promise<ListAnswer<CommitmentSummary, ListMeta>> {
    const meta = await this.side.meta(at);
    const page = await this.names.commitments(slice.after ?? '', slice.limit);
    const ids = page.map(({ commitmentId }) => commitmentId);
    const headlines = include.position
      ? await this.attainment.headlines(ids, at)
      : new Map<string, Headline>();
    const contracts = await this.contractsOf(
      page.map(({ contractId }) => contractId),
      at.asOf,
    );
    const data = page.flatMap(({ commitmentId, contractId }) => {
      const known = contracts.get(contractId);
      return known ? commitmentSummary(known, commitmentId, headlines.get(commitmentId)) : [];
    });
    const [headline] = headlines.values();
    return { data, next: nextKey(ids, slice), meta: headline ? addressed(headline, meta) : meta };
  }

  private async contractsOf(
    ids: readonly string[],
    asOf: string | undefined,
  ): Promise<Map<string, Awaited<ReturnType<ContractReader['read']>>>> {
    const distinct = [...new Set(ids)];
    return new Map(
      await Promise.all(
        distinct.map(async (id) => [id, await this.contracts.read(id, asOf)] as const),
      ),
    );
  }
}

/** With positions the list stands where these stand. */
function addressed({ meta }: Headline, { asOf }: ListMeta): ListMeta {
  return { asOf: meta.asOf > asOf ? asOf : meta.asOf, position: meta.position };
}
