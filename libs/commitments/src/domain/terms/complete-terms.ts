import { type Day } from '@app/calendar';
import { RULE_SET_VERSION } from '../classes/builtin-rules.js';
import { type CarryForwardInput, type DeferralInput, type TermsInput } from './terms-input.js';
import {
  type CarryForward,
  type ClassRule,
  type ClassTerm,
  type Deferral,
  type FxClause,
  type LateData,
  type ShortfallClause,
  type Terms,
} from './terms.js';

/** Terms with every default of commitments.md section 2 written out; classes are checked before. */
export function completeTerms(input: TermsInput, contractStart: Day): Terms {
  return {
    anchorDate: input.anchorDate ?? contractStart,
    every: input.every ?? 'YEAR',
    periods: input.periods,
    minimum: input.minimum,
    schedule: input.schedule,
    stub: input.stub ?? 'NONE',
    kind: input.kind ?? 'PER_PERIOD',
    termMinimum: input.termMinimum,
    midPeriodAmendment: input.midPeriodAmendment ?? 'REPLACE',
    basis: input.basis ?? 'BILLED',
    recognition: input.recognition ?? 'CHARGE_PERIOD_START',
    evidence: input.evidence ?? 'AS_REPORTED',
    priceBooks: input.priceBooks ?? [],
    ruleSetVersion: input.ruleSetVersion ?? RULE_SET_VERSION,
    rules: (input.rules ?? []) as readonly ClassRule[],
    creditsReduce: input.creditsReduce ?? true,
    supportCounts: input.supportCounts ?? false,
    classes: (input.classes ?? []).map(
      (term) => ({ ...term, dateTested: term.dateTested ?? 'USAGE' }) as ClassTerm,
    ),
    carryForward: input.carryForward && carryForward(input.carryForward),
    deferral: input.deferral && deferral(input.deferral),
    shortfall: shortfall(input.shortfall),
    lateData: lateData(input.lateData),
    fx: fx(input.fx),
    overage: input.overage,
  };
}

function carryForward(given: CarryForwardInput): CarryForward {
  return {
    fraction: given.fraction ?? '1',
    capPctOfNextMinimum: given.capPctOfNextMinimum,
    expiresAfterPeriods: given.expiresAfterPeriods ?? 1,
    order: given.order ?? 'GAP_FILL',
  };
}

function deferral(given: DeferralInput): Deferral {
  return {
    maxPctOfBaseMinimum: given.maxPctOfBaseMinimum,
    notInLastPeriod: given.notInLastPeriod ?? true,
  };
}

function shortfall(given: TermsInput['shortfall']): ShortfallClause {
  return {
    rate: given?.rate ?? '1',
    treatment: given?.treatment ?? 'FORFEIT',
    creditWindow: given?.creditWindow,
    countsTowardTerm: given?.countsTowardTerm ?? true,
  };
}

function lateData(given: TermsInput['lateData']): LateData {
  return {
    settleAfterDays: given?.settleAfterDays ?? 10,
    cureDays: given?.cureDays ?? 0,
    afterSettle: given?.afterSettle ?? 'RESTATE',
  };
}

function fx(given: TermsInput['fx']): FxClause {
  return { rule: given?.rule ?? 'BILLING_MONTH', table: given?.table, fixed: given?.fixed };
}
