import { parseE18 } from '@app/money';
import { ContractRefusedError } from '../contract/contract.errors.js';
import { RULE_SET_VERSION } from '../classes/builtin-rules.js';
import { type TermsInput } from '../terms/terms-input.js';
import { checkClasses, checkClassRules } from './check-classes.js';
import { checkAmount, checkCurrency, checkRatio } from './check-values.js';

const FX_RATE = /^(?:0|[1-9]\d{0,19})(?:\.\d{1,10})?$/;

/** Every clause but the schedule, each by itself and against the kind. @throws ContractRefusedError */
export function checkClauses(terms: TermsInput, pointer: string): void {
  if (terms.termMinimum !== undefined) checkAmount(terms.termMinimum, `${pointer}/termMinimum`);
  checkRuleSet(terms.ruleSetVersion, pointer);
  checkClassRules(terms.rules ?? [], `${pointer}/rules`);
  checkClasses(terms.classes ?? [], `${pointer}/classes`);
  checkRatio(terms.carryForward?.fraction, `${pointer}/carryForward/fraction`);
  const carryCap = terms.carryForward?.capPctOfNextMinimum;
  checkRatio(carryCap, `${pointer}/carryForward/capPctOfNextMinimum`);
  checkRatio(terms.deferral?.maxPctOfBaseMinimum, `${pointer}/deferral/maxPctOfBaseMinimum`);
  checkRatio(terms.shortfall?.rate, `${pointer}/shortfall/rate`);
  checkRatio(terms.overage?.rate, `${pointer}/overage/rate`);
  checkFixedRates(terms.fx, `${pointer}/fx`);
  checkKind(terms, pointer);
}

function checkKind(terms: TermsInput, pointer: string): void {
  if (terms.kind !== 'CUMULATIVE') return;
  for (const clause of ['carryForward', 'deferral'] as const) {
    if (terms[clause] === undefined) continue;
    const detail = `${clause} needs a minimum per period`;
    throw new ContractRefusedError('clause-needs-per-period', `${pointer}/${clause}`, detail);
  }
}

function checkRuleSet(version: number | undefined, pointer: string): void {
  if (version === undefined || (version >= 1 && version <= RULE_SET_VERSION)) return;
  const detail = `rule set ${version} is unknown; the newest is ${RULE_SET_VERSION}`;
  throw new ContractRefusedError('class-unknown', `${pointer}/ruleSetVersion`, detail);
}

function checkFixedRates(fx: TermsInput['fx'], pointer: string): void {
  if (fx?.rule === 'CONTRACT_FIXED' && fx.fixed === undefined) {
    throw new ContractRefusedError(
      'fx-rate-invalid',
      `${pointer}/fixed`,
      'fixed rates are required',
    );
  }
  for (const [currency, rate] of Object.entries(fx?.fixed ?? {})) {
    checkCurrency(currency, `${pointer}/fixed/${currency}`);
    if (FX_RATE.test(rate) && parseE18(rate) > 0n) continue;
    const detail = `"${rate}" is not above 0 with at most 10 decimals`;
    throw new ContractRefusedError('fx-rate-invalid', `${pointer}/fixed/${currency}`, detail);
  }
}
