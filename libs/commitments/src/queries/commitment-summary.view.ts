import { type CommitmentSummary } from '@app/wire';
import { type KnownContract } from './contract.reader.js';
import { newestTermsVersion } from './contract.view.js';
import { type Headline } from './draw-down.js';

/** The rows of a portfolio that one commitment makes: one, or none when the contract has it not. */
export function commitmentSummary(
  { contract }: KnownContract,
  commitmentId: string,
  headline: Headline | undefined,
): CommitmentSummary[] {
  const commitment = contract.commitments.find((one) => one.commitmentId === commitmentId);
  if (commitment === undefined) return [];
  return [
    {
      commitmentId,
      contractId: contract.contractId,
      name: commitment.name,
      provider: contract.provider,
      category: commitment.category,
      currency: contract.currency,
      start: contract.start,
      end: contract.end,
      termsVersion: newestTermsVersion(commitment),
      position: headline === undefined ? null : positionHeadline(headline),
    },
  ];
}

function positionHeadline({ body, meta }: Headline): NonNullable<CommitmentSummary['position']> {
  const running = body.periods.find(({ state }) => state === 'OPEN');
  return {
    status: body.status,
    term: body.term,
    period: running === undefined ? null : runningPeriod(running),
    pace: body.pace,
    watermark: meta.watermark,
  };
}

function runningPeriod({
  index,
  start,
  end,
  requirement,
  counted,
  gap,
}: Headline['body']['periods'][number]): NonNullable<
  NonNullable<CommitmentSummary['position']>['period']
> {
  return { index, start, end, requirement, counted, gap };
}
