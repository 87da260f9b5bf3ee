import { type StoredEvent } from '@app/event-store';
import { type ContractAnswer, type ContractSummary } from '@app/wire';
import {
  type AmendmentVoided,
  type Commitment,
  type ContractEvent,
  type TermsAmended,
} from '../domain/index.js';
import { type KnownContract } from './contract.reader.js';
import { writable } from './writable.js';

type Amendment = ContractAnswer['amendments'][number];

/** A contract as api.md shows it: as signed, every default written out, with its history. */
export function contractAnswer({ contract, version, events }: KnownContract): ContractAnswer {
  const { commitments, ...rest } = contract;
  return {
    ...writable(rest),
    commitments: commitments.map(commitmentView),
    amendments: amendments(events),
    version: Number(version),
    ...signing(events),
  };
}

export function contractSummary({ contract, version, events }: KnownContract): ContractSummary {
  const { contractId, name, provider, currency, start, end } = contract;
  return {
    contractId,
    name,
    provider,
    currency,
    start,
    end,
    commitmentIds: contract.commitments.map(({ commitmentId }) => commitmentId),
    version: Number(version),
    signedAt: signing(events).signedAt,
  };
}

/** Version of the newest terms, voids included; the signed terms are version 1. */
export function newestTermsVersion({ amendments: later }: Commitment): number {
  return later.reduce((newest, { version }) => Math.max(newest, version), 1);
}

/** A commitment's own members, without what is derived from its history. */
export function commitmentShape(
  commitment: Commitment,
): Omit<ContractAnswer['commitments'][number], 'termsVersion'> {
  const { commitmentId, name, category, unit, scope } = commitment;
  const { priority, allocation, afterCommitmentId, terms } = commitment;
  return writable({
    ...{ commitmentId, name, category, unit, scope },
    ...{ priority, allocation, afterCommitmentId, terms },
  });
}

function commitmentView(commitment: Commitment): ContractAnswer['commitments'][number] {
  return { ...commitmentShape(commitment), termsVersion: newestTermsVersion(commitment) };
}

function amendments(events: readonly StoredEvent<ContractEvent>[]): Amendment[] {
  const voided = new Set(
    events.flatMap(({ data }) =>
      data.type === 'AmendmentVoided' ? [`${data.commitmentId}\n${data.voids}`] : [],
    ),
  );
  return events.flatMap(({ data, actor, recordedAt }) => {
    if (data.type !== 'TermsAmended' && data.type !== 'AmendmentVoided') return [];
    const { commitmentId, version, effectiveFrom, reason } = data;
    return [
      {
        ...{ commitmentId, version, effectiveFrom, ...changeOf(data), reason },
        ...{ recordedAt, actor, voided: voided.has(`${commitmentId}\n${version}`) },
      },
    ];
  });
}

/** What a version changes: clauses, or the version that it takes back. */
function changeOf(
  event: TermsAmended | AmendmentVoided,
): Pick<Amendment, 'terms' | 'voids' | 'evidence'> {
  if (event.type === 'AmendmentVoided') return { terms: {}, voids: event.voids };
  const { terms, evidence } = event;
  return { terms: { ...terms }, ...(evidence === undefined ? {} : { evidence }) };
}

function signing(events: readonly StoredEvent[]): { signedAt: string; signedBy: string } {
  const [first] = events;
  if (first === undefined) throw new Error('a contract without events');
  return { signedAt: first.recordedAt, signedBy: first.actor };
}
