import { type Day, dayNumber, dayOfInstant } from '@app/calendar';
import { Clock } from '@app/platform';
import { type CommitmentAnswer } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type Commitment, type Contract } from '../domain/index.js';
import { termsAt, type TermsSegment, termsTimeline } from '../domain/terms/terms-timeline.js';
import { CommitmentNameStore } from '../storage/commitment-name.store.js';
import { AttainmentReader } from './attainment.reader.js';
import { ContractReader } from './contract.reader.js';
import { commitmentShape } from './contract.view.js';
import { GetCommitmentQuery } from './get-commitment.query.js';
import { CommitmentNotFoundError } from './not-found.errors.js';
import { type ReadAddress } from './read-address.js';
import { writable } from './writable.js';

@QueryHandler(GetCommitmentQuery)
export class GetCommitmentHandler implements IQueryHandler<GetCommitmentQuery> {
  constructor(
    private readonly names: CommitmentNameStore,
    private readonly contracts: ContractReader,
    private readonly attainment: AttainmentReader,
    private readonly clock: Clock,
  ) {}

  async execute({ commitmentId, at }: GetCommitmentQuery): Promise<CommitmentAnswer> {
    const contractId = await this.names.contractOf(commitmentId);
    const known = contractId && (await this.contracts.read(contractId, at.asOf));
    const commitment =
      known && known.contract.commitments.find((one) => one.commitmentId === commitmentId);
    if (!known || !commitment) throw new CommitmentNotFoundError(commitmentId);
    const { contract, version } = known;
    const { lifecycle, meta } = await this.attainment.headline(commitmentId, at);
    const inForce = this.termsInForce(contract, commitment, at);
    return {
      ...commitmentShape(commitment),
      terms: writable(inForce.terms),
      contractId: contract.contractId,
      provider: contract.provider,
      currency: contract.currency,
      start: contract.start,
      end: contract.end,
      lifecycle,
      termsVersion: inForce.version,
      contractVersion: Number(version),
      meta,
    };
  }

  /** Terms of the day asked for: `through`, else the day of `asOf`, else today. */
  private termsInForce(
    { start }: Contract,
    commitment: Commitment,
    { asOf, through }: ReadAddress,
  ): TermsSegment {
    const day: Day = through ?? dayOfInstant(asOf ?? this.clock.now().toISOString());
    return termsAt(termsTimeline(commitment, start), dayNumber(day));
  }
}
