import {
  type AlertEvent,
  type AlertKey,
  alertIdOf,
  type Cause,
  type Changed,
  evaluate,
  evidenceOf,
  type Facts,
  initialState,
  isLate,
  type KeptState,
  keysToWatch,
  LEDGER,
  ledgerFacts,
  type RuleRevision,
  type SourceFacts,
  streamOf,
} from '@app/alerts';
import { dayOfInstant } from '@app/calendar';

export interface Case {
  /** Of the commitments and of the ledger. */
  readonly rules: readonly RuleRevision[];
  readonly kept: readonly KeptState[];
  /** Every commitment that is to be judged, at one position. */
  readonly facts: readonly Facts[];
  /** Of the ledger itself, and of commitments that `causes` does not name. */
  readonly cause: Cause;
  readonly causes?: ReadonlyMap<string, Cause>;
  readonly now: Date;
}

/** Evaluates all rules on all facts: what has changed, and what happened. No I/O. */
export function judge(given: Case): Changed[] {
  const [first] = given.facts;
  if (first === undefined) return [];
  const ledger = ledgerFacts({ ...first, sources: sourcesOf(given.facts) });
  return [ledger, ...given.facts].flatMap((facts) => judgeOne(given, facts));
}

function judgeOne(given: Case, facts: Facts): Changed[] {
  const late = facts.commitmentId === LEDGER ? [] : lateSources(given, facts.sources);
  const rules = given.rules.filter(({ commitmentId }) => commitmentId === facts.commitmentId);
  return rules.flatMap((rule) =>
    alertsOf(given, rule, facts)
      .map((kept) => judgeAlert(given, rule, facts, kept, late))
      .filter((changed) => changed !== null),
  );
}

function judgeAlert(
  { cause, causes, now }: Case,
  rule: RuleRevision,
  facts: Facts,
  { stream, version, state }: KeptState,
  silentSources: readonly string[],
): Changed | null {
  const made = evaluate({
    rule,
    facts,
    state,
    dataClock: facts.watermark,
    now: now.toISOString(),
    cause: causes?.get(facts.commitmentId) ?? cause,
    silentSources,
  });
  const events = made.transitions.map((transition): AlertEvent => ({
    ...transition,
    alertId: alertIdOf(transition.key, transition.episode),
    kind: rule.kind,
    contractId: facts.contractId === LEDGER ? null : facts.contractId,
    currency: facts.commitmentId === LEDGER ? null : facts.currency,
    evidence: evidenceOf(facts, silentSources),
  }));
  if (events.length === 0 && memory(made.state, rule) === memory(state, rule)) return null;
  return { stream, version, state: made.state, events };
}

/** Alerts of a rule: those that it watches now and those begun earlier. */
function alertsOf(given: Case, rule: RuleRevision, facts: Facts): KeptState[] {
  const known = given.kept.filter(({ state }) => state.key.ruleId === rule.ruleId);
  const streams = new Set(known.map(({ stream }) => stream));
  const fresh = keysToWatch(rule, facts, dayOfInstant(given.now.toISOString()))
    .map((key) => begin(key, rule))
    .filter(({ stream }) => !streams.has(stream));
  return [...known, ...fresh];
}

function begin(key: AlertKey, rule: RuleRevision): KeptState {
  return { stream: streamOf(key), version: 0n, state: initialState(key, rule.revision) };
}

/** Sources that R10, where it is on, finds late. */
function lateSources({ rules, now }: Case, sources: readonly SourceFacts[]): string[] {
  const judges = rules.flatMap((rule) =>
    rule.kind === 'data-quality' && rule.state === 'active' ? [rule] : [],
  );
  const at = now.toISOString();
  return sources
    .filter((source) => judges.some((rule) => isLate(rule, source, at)))
    .map(({ source }) => source);
}

function sourcesOf(facts: readonly Facts[]): SourceFacts[] {
  const all = facts.flatMap(({ sources }) => sources);
  return [...new Map(all.map((source) => [source.source, source])).values()];
}

// Only rules that count durations on their clock need to remember where it stood.
function memory(state: KeptState['state'], { kind }: RuleRevision): string {
  return JSON.stringify(kind === 'projected-shortfall' ? state : { ...state, clock: null });
}
