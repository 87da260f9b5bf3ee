import { amountOf, cellsOf, type OracleCell, rateOf, recognised } from './amounts.js';
import { classOf } from './classify.js';
import { nameOf, numberOf, within } from './days.js';
import {
  add,
  cut,
  type Fraction,
  larger,
  multiply,
  ONE,
  read,
  smaller,
  sum,
  ZERO,
} from './fraction.js';
import type { OracleCase, OracleClassTerm } from './model.js';
import type { OraclePeriod } from './schedule.js';

const FIXED_CLASSES = new Set([
  'SHORTFALL_FEE',
  'BALANCE_SPEND',
  'BALANCE_CREDIT',
  'TAX',
  'UNCLASSIFIED',
]);

/** What one period counts. */
export interface OracleCount {
  readonly counted: Fraction;
  readonly byClass: ReadonlyMap<string, { eligible: Fraction; counted: Fraction }>;
}

/** Every provider word for itself that the oracle's cases use. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  AWS: ['AWS', 'Amazon Web Services', 'Amazon Web Services, Inc.'],
};

export function countPeriod(asked: OracleCase, period: OraclePeriod): OracleCount {
  const eligible = new Map<string, Fraction>();
  for (const cell of cellsOf(asked.lines)) {
    for (const share of eligibleShares(asked, cell)) {
      if (!within(share.day, period.start, period.end)) continue;
      eligible.set(share.class, add(eligible.get(share.class) ?? ZERO, share.amount));
    }
  }
  return capped(asked, period, new Map([...eligible].map(([name, amount]) => [name, cut(amount)])));
}

function eligibleShares(
  asked: OracleCase,
  cell: OracleCell,
): { day: string; class: string; amount: Fraction }[] {
  const { contract, terms } = asked;
  const { sample } = cell;
  const ofProvider = (name: string): boolean =>
    (NAMES[contract.provider] ?? [contract.provider]).some(
      (known) => known.toLowerCase() === name.toLowerCase(),
    );
  const account = sample.billingAccountId ?? '';
  if (contract.billingAccountIds.length > 0 && !contract.billingAccountIds.includes(account))
    return [];
  const named = sample.invoiceIssuerName;
  const issuers = contract.invoiceIssuerNames;
  if (named !== undefined && issuers.length > 0 && !issuers.includes(named)) return [];
  if (named === undefined && sample.serviceProviderName !== undefined) {
    if (!ofProvider(sample.serviceProviderName)) return [];
  }
  const found = amountOf(cell, asked);
  const rate = found === undefined ? undefined : rateOf(cell, found.currency, asked);
  if (found === undefined || rate === undefined) return [];
  const spendClass = classOf(sample, ofProvider);
  const fraction = fractionOf(asked, spendClass, cell);
  return recognised(cell, found.amount, terms.recognition ?? 'CHARGE_PERIOD_START').map(
    (share) => ({
      day: share.day,
      class: spendClass,
      amount: multiply(multiply(share.amount, rate), fraction),
    }),
  );
}

function fractionOf({ terms }: OracleCase, spendClass: string, cell: OracleCell): Fraction {
  if (spendClass === 'BALANCE_CREDIT') return ONE;
  if (FIXED_CLASSES.has(spendClass)) return ZERO;
  const agreed = (terms.classes ?? []).find((term) => {
    if (term.class !== spendClass) return false;
    const tested = term.dateTested === 'INVOICE' ? cell.sample.invoiceMonth : cell.startDay;
    if (tested === undefined)
      return term.effectiveFrom === undefined && term.effectiveTo === undefined;
    return within(tested, term.effectiveFrom, term.effectiveTo);
  });
  if (agreed !== undefined) return read(agreed.fraction);
  if (spendClass === 'CREDIT') return (terms.creditsReduce ?? true) ? ONE : ZERO;
  if (spendClass === 'SUPPORT') return terms.supportCounts === true ? ONE : ZERO;
  return spendClass === 'MARKETPLACE' || spendClass === 'BEDROCK_3P' ? ZERO : ONE;
}

/** Caps work on the sums of the period, and a cap on what is counted on the classes without one. */
function capped(
  { terms }: OracleCase,
  period: OraclePeriod,
  eligible: ReadonlyMap<string, Fraction>,
): OracleCount {
  const lastDay = nameOf(numberOf(period.end) - 1);
  // Where several agreed terms of a class are in force, a cap in any of them holds: count less.
  const capOf = (name: string): OracleClassTerm['cap'] =>
    (terms.classes ?? []).find(
      (term) =>
        term.class === name &&
        term.cap !== undefined &&
        within(lastDay, term.effectiveFrom, term.effectiveTo),
    )?.cap;
  const counted = new Map<string, Fraction>();
  for (const [name, amount] of eligible) {
    const cap = capOf(name);
    if (cap === undefined) counted.set(name, amount);
    else if (cap.of === 'FIXED') counted.set(name, smaller(amount, read(cap.amount)));
    else if (cap.of === 'ANNUAL_MINIMUM') {
      counted.set(name, smaller(amount, cut(multiply(period.minimum, read(cap.pct)))));
    }
  }
  const others = sum([...counted.values()]);
  for (const [name, amount] of eligible) {
    const cap = capOf(name);
    if (cap?.of !== 'COUNTED') continue;
    counted.set(name, smaller(amount, larger(ZERO, cut(multiply(others, read(cap.pct))))));
  }
  return {
    counted: sum([...counted.values()]),
    byClass: new Map(
      [...eligible].map(([name, amount]) => [
        name,
        { eligible: amount, counted: counted.get(name) ?? ZERO },
      ]),
    ),
  };
}
