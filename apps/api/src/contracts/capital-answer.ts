import type { CommandAnswer } from '@app/pricing';
import type { CapitalReceivedAnswer } from '@app/wire';
import { Answer } from '../request/answer.js';

export function capitalAnswer(
  contractId: string,
  trancheId: string,
  { version, position, replayed }: CommandAnswer,
  dryRun: boolean,
): Answer<CapitalReceivedAnswer> {
  const body = { contractId, trancheId, version: Number(version), position, dryRun };
  return new Answer(body, dryRun ? {} : { version, position, replayed });
}
