import { type Severity } from './severity.js';

/** Rule kinds that this version evaluates; every other kind of the catalogue is refused by name. */
export const RULE_KINDS = ['projected-shortfall', 'milestone', 'data-quality'] as const;

export type RuleKind = (typeof RULE_KINDS)[number];

/** One step of a ladder. A value on the line is in, for `enter` and for `exit`. */
export interface Level {
  readonly severity: Severity;
  /** Plain decimal: a share of the requirement (`0.02`) or an amount of the commitment's currency. */
  readonly enter: string;
  readonly exit: string;
  /** Whole days on the data clock that `enter` must hold before the level speaks. */
  readonly forDays: number;
  /** Whole days on the data clock that `exit` must hold before the level falls silent. */
  readonly keepDays: number;
}

/** A mark of R8: a share of the requirement in percent, or an amount. */
export interface Threshold {
  readonly unit: 'percent' | 'amount';
  /** Plain decimal above zero. */
  readonly value: string;
}

/** How often a source is expected; the first pattern that matches its name wins. */
export interface Feed {
  /** Exact source, or a prefix followed by `*`. */
  readonly source: string;
  readonly kind: 'stream' | 'file';
  /** Null: the median of what was seen. */
  readonly cadenceSeconds: number | null;
}

interface RuleHead {
  readonly ruleId: string;
  /** `*` for rules of the ledger itself (R10). */
  readonly commitmentId: string;
  /** Unique among the rules of one kind of one commitment. */
  readonly name: string;
  /** Counts from 1; grows with every edit. */
  readonly revision: number;
  readonly state: 'active' | 'paused' | 'deleted';
}

/** R2: how far the median path, at the run rate of 28 days, ends below what is required. */
export interface ProjectedShortfallRule extends RuleHead {
  readonly kind: 'projected-shortfall';
  readonly measure: 'ratio' | 'amount';
  /** Lowest severity first. */
  readonly levels: readonly Level[];
}

/** R8: counted spend at the head reaches a mark. */
export interface MilestoneRule extends RuleHead {
  readonly kind: 'milestone';
  readonly severity: Severity;
  readonly thresholds: readonly Threshold[];
}

/** R10: a source has been silent for more than twice its cadence, by the wall clock. */
export interface DataQualityRule extends RuleHead {
  readonly kind: 'data-quality';
  readonly severity: Severity;
  readonly feeds: readonly Feed[];
}

export type RuleRevision = ProjectedShortfallRule | MilestoneRule | DataQualityRule;
