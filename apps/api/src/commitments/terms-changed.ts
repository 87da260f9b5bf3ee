import type { AmendedAnswer } from '@app/commitments';
import type { TermsChangedAnswer } from '@app/wire';
import { Answer } from '../request/answer.js';

/** The new terms version, or what a dry run would have made. */
export function termsChanged(
  commitmentId: string,
  { contractId, termsVersion, version, position, replayed }: AmendedAnswer,
  dryRun: boolean,
): Answer<TermsChangedAnswer> {
  const body: TermsChangedAnswer = {
    contractId,
    commitmentId,
    termsVersion,
    version: Number(version),
    position,
    dryRun,
  };
  return new Answer(body, dryRun ? {} : { version, position, replayed });
}
