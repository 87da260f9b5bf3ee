import type { CommandAnswer } from '@app/pricing';
import type { ContractSignedAnswer, SignContractBody } from '@app/wire';
import { Answer } from '../request/answer.js';

/** `201` where the contract is to be found, or `200` with what a dry run would have done. */
export function signedAnswer(
  { contractId, commitments }: SignContractBody,
  { version, position, replayed }: CommandAnswer,
  dryRun: boolean,
): Answer<ContractSignedAnswer> {
  const body: ContractSignedAnswer = {
    contractId,
    version: Number(version),
    commitmentIds: commitments.map(({ commitmentId }) => commitmentId),
    position,
    dryRun,
  };
  if (dryRun) return new Answer(body, { status: 200 });
  return new Answer(body, { version, position, replayed, location: `/v1/contracts/${contractId}` });
}
