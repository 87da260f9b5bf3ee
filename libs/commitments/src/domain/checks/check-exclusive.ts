import { ContractRefusedError } from '../contract/contract.errors.js';
import { type SignedCommitment } from '../contract/contract.events.js';
import { sameJson } from '../contract/same-json.js';
import { generatePeriods } from '../periods/generate-periods.js';
import { type ApplicabilityObject } from '../scope/applicability.js';

interface Signed {
  readonly start: string;
  readonly end: string;
  readonly commitments: readonly SignedCommitment[];
}

/**
 * EXCLUSIVE commitments of a contract share what they count, so they must count alike.
 *
 * @throws ContractRefusedError `exclusive-group-differs`
 */
export function checkExclusive(contract: Signed): void {
  const group = contract.commitments.filter(({ allocation }) => allocation === 'EXCLUSIVE');
  const [first] = group;
  if (first === undefined) return;
  for (const commitment of group) {
    const at = `/commitments/${contract.commitments.indexOf(commitment)}`;
    const differs = ['basis', 'recognition', 'fx', 'classes', 'rules', 'evidence'] as const;
    for (const clause of differs) {
      if (!sameJson(commitment.terms[clause], first.terms[clause])) refuse(`${at}/terms/${clause}`);
    }
    if (!sameJson(boundsOf(commitment, contract), boundsOf(first, contract))) refuse(`${at}/terms`);
    if (hasFraction(commitment.scope)) refuse(`${at}/scope`);
  }
}

function boundsOf({ terms }: SignedCommitment, contract: Signed): number[][] {
  return generatePeriods(terms, contract).map(({ start, end }) => [start, end]);
}

function hasFraction({ Applicability: top, Inclusions: rules = [] }: ApplicabilityObject): boolean {
  return [top, ...rules.map((rule) => rule.Applicability)].some(
    (share) => (share?.Cost ?? 1) !== 1,
  );
}

function refuse(pointer: string): never {
  const detail = 'EXCLUSIVE commitments need the same periods, basis, recognition, FX and classes';
  throw new ContractRefusedError('exclusive-group-differs', pointer, detail);
}
