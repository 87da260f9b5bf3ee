import { type ContractAnswer } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ContractReader } from './contract.reader.js';
import { contractAnswer } from './contract.view.js';
import { GetContractQuery } from './get-contract.query.js';
import { ContractNotFoundError } from './not-found.errors.js';

@QueryHandler(GetContractQuery)
export class GetContractHandler implements IQueryHandler<GetContractQuery> {
  constructor(private readonly contracts: ContractReader) {}

  async execute({ contractId, at }: GetContractQuery): Promise<ContractAnswer> {
    const known = await this.contracts.read(contractId, at.asOf);
    if (known === undefined) throw new ContractNotFoundError(contractId);
    return contractAnswer(known);
  }
}
