import { hasFixedFraction, isSpendClass } from '../classes/spend-classes.js';
import { ContractRefusedError } from '../contract/contract.errors.js';
import { type ClassRuleInput, type ClassTermInput } from '../terms/terms-input.js';
import { type SpendClass } from '../terms/terms.js';
import { checkRules } from './check-scope.js';
import { checkAmount, checkDated, checkRatio } from './check-values.js';

/** @throws ContractRefusedError `class-*`, `ratio-invalid`, `invoice-window-not-month`, `scope-*` */
export function checkClasses(classes: readonly ClassTermInput[], pointer: string): void {
  classes.forEach((term, index) => {
    const at = `${pointer}/${index}`;
    const spendClass = checkClass(term.class, `${at}/class`);
    if (hasFixedFraction(spendClass)) {
      const detail = `no term changes what ${spendClass} counts`;
      throw new ContractRefusedError('class-never-counts', `${at}/class`, detail);
    }
    checkRatio(term.fraction, `${at}/fraction`);
    checkDated(term, at);
    if (term.dateTested === 'INVOICE') checkInvoiceWindow(term, at);
    checkRules(term.where ?? [], `${at}/where`);
    if (term.cap?.of === 'FIXED') checkAmount(term.cap.amount, `${at}/cap/amount`);
    else checkRatio(term.cap?.pct, `${at}/cap/pct`);
  });
}

/** @throws ContractRefusedError `class-unknown`, `scope-*` */
export function checkClassRules(rules: readonly ClassRuleInput[], pointer: string): void {
  rules.forEach((rule, index) => {
    checkClass(rule.class, `${pointer}/${index}/class`);
    checkRules(rule.where, `${pointer}/${index}/where`);
  });
}

function checkClass(name: string, pointer: string): SpendClass {
  if (isSpendClass(name)) return name;
  throw new ContractRefusedError('class-unknown', pointer, `"${name}" is no spend class`);
}

function checkInvoiceWindow(term: ClassTermInput, at: string): void {
  for (const name of ['effectiveFrom', 'effectiveTo'] as const) {
    if (term[name]?.endsWith('-01') ?? true) continue;
    const detail = 'a window of invoice months starts and ends on a first of a month';
    throw new ContractRefusedError('invoice-window-not-month', `${at}/${name}`, detail);
  }
}
