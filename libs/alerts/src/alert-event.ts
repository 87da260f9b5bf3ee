import { type Facts, type RuleKind, type Transition } from './domain/index.js';

/** What an alert was judged on: enough to ask the ledger the same again. */
export interface Evidence {
  readonly asOf: string;
  readonly watermark: string | null;
  readonly position: string;
  readonly contractVersion: number;
  readonly termsVersion: number;
  readonly silentSources: readonly string[];
}

/** A transition as its stream keeps it: the read model can be rebuilt from nothing else. */
export interface AlertEvent extends Transition {
  readonly alertId: string;
  readonly kind: RuleKind;
  /** Null for alerts of the ledger itself. */
  readonly contractId: string | null;
  readonly currency: string | null;
  readonly evidence: Evidence;
}

export function evidenceOf(facts: Facts, silentSources: readonly string[]): Evidence {
  const { asOf, watermark, position, contractVersion, termsVersion } = facts;
  return { asOf, watermark, position, contractVersion, termsVersion, silentSources };
}
