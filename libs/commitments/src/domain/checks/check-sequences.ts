import { type SequenceLink } from '../contract/contract.commands.js';
import { ContractRefusedError } from '../contract/contract.errors.js';
import { type SignedCommitment } from '../contract/contract.events.js';
import { generatePeriods } from '../periods/generate-periods.js';

interface Signed {
  readonly start: string;
  readonly end: string;
  readonly commitments: readonly SignedCommitment[];
}

/**
 * A SEQUENTIAL commitment follows a known one that is CUMULATIVE or has one period, without a cycle.
 *
 * @throws ContractRefusedError `sequence-invalid`
 */
export function checkSequences(contract: Signed, others: readonly SequenceLink[]): void {
  const known = new Map(others.map((link) => [link.commitmentId, link]));
  for (const commitment of contract.commitments) {
    known.set(commitment.commitmentId, linkOf(commitment, contract));
  }
  contract.commitments.forEach(({ allocation, afterCommitmentId, commitmentId }, index) => {
    const refuse = (detail: string): never => {
      const pointer = `/commitments/${index}/afterCommitmentId`;
      throw new ContractRefusedError('sequence-invalid', pointer, detail);
    };
    if ((allocation === 'SEQUENTIAL') !== (afterCommitmentId !== undefined)) {
      refuse('SEQUENTIAL and a commitment to follow go together');
    }
    if (afterCommitmentId === undefined) return;
    const before = known.get(afterCommitmentId);
    if (before === undefined) return refuse(`${afterCommitmentId} is unknown`);
    if (before.kind === 'PER_PERIOD' && before.periodCount > 1) {
      refuse(`${afterCommitmentId} has a minimum in each of several periods`);
    }
    if (leadsTo(known, afterCommitmentId, commitmentId)) refuse('the sequence is a circle');
  });
}

function linkOf(
  { commitmentId, afterCommitmentId, terms }: SignedCommitment,
  term: Signed,
): SequenceLink {
  const periodCount = generatePeriods(terms, term).length;
  return { commitmentId, afterCommitmentId, kind: terms.kind, periodCount };
}

function leadsTo(known: ReadonlyMap<string, SequenceLink>, from: string, to: string): boolean {
  const seen = new Set<string>();
  for (let id: string | undefined = from; id !== undefined && !seen.has(id);) {
    if (id === to) return true;
    seen.add(id);
    id = known.get(id)?.afterCommitmentId;
  }
  return false;
}
