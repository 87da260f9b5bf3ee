import { shareExclusively } from '../attainment/exclusive-group.js';
import { countInSequence } from '../attainment/sequential-group.js';
import { type Commitment, type Contract } from '../contract/contract.state.js';
import { CommitmentFold } from './commitment-fold.js';
import { type CommitmentPlan, planCommitment } from './commitment-plan.js';
import { type Judgement } from './fold.js';

type Folds = Map<string, CommitmentFold>;

/** A fold per commitment, joined where commitments share usage or succeed each other. */
export function buildFolds(judgement: Judgement): Folds {
  const folds: Folds = new Map();
  for (const contract of judgement.contracts) addContract(folds, contract, judgement);
  for (const fold of folds.values()) {
    const { ending } = fold.plan.commitment;
    const successor = folds.get(ending?.successorCommitmentId ?? '');
    if (successor !== undefined) successor.renews = fold;
  }
  joinSequences(folds);
  return folds;
}

function addContract(folds: Folds, contract: Contract, judgement: Judgement): void {
  const exclusive = contract.commitments
    .filter(({ allocation }) => allocation === 'EXCLUSIVE')
    .sort((a, b) => a.priority - b.priority || (a.commitmentId < b.commitmentId ? -1 : 1));
  const plans = new Map<Commitment, CommitmentPlan>(
    contract.commitments.map((commitment) => {
      const peers = exclusive.includes(commitment) ? exclusive : [];
      return [commitment, planCommitment(contract, commitment, judgement, peers)];
    }),
  );
  const planOf = (commitment: Commitment): CommitmentPlan[] => {
    const plan = plans.get(commitment);
    return plan === undefined ? [] : [plan];
  };
  const shared = exclusive.flatMap(planOf);
  for (const [commitment, plan] of plans) {
    const peers = exclusive.includes(commitment) ? shared : [];
    folds.set(commitment.commitmentId, new CommitmentFold(plan, peers));
  }
  const group = exclusive.flatMap(({ commitmentId }) => folds.get(commitmentId) ?? []);
  if (group.length > 1) shareExclusively(group);
}

/** Each sequence from its first commitment to one that nothing follows. */
function joinSequences(folds: Folds): void {
  const before = (fold: CommitmentFold): CommitmentFold | undefined => {
    const { allocation, afterCommitmentId } = fold.plan.commitment;
    return allocation === 'SEQUENTIAL' ? folds.get(afterCommitmentId ?? '') : undefined;
  };
  const followed = new Set([...folds.values()].map(before));
  for (const last of folds.values()) {
    if (followed.has(last)) continue;
    const chain = [last];
    for (let fold = before(last); fold && !chain.includes(fold); fold = before(fold)) {
      chain.unshift(fold);
    }
    if (chain.length > 1) countInSequence(chain);
  }
}
