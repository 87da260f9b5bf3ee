/**
 * An entry of the draw-down as stored under its day: series number, class, rule id, amount before
 * fraction and cap, counted amount; amounts canonical decimals in the contract's currency.
 */
export type CompactEntry = readonly [
  seriesNo: number,
  spendClass: string,
  ruleId: string,
  amount: string,
  counted: string,
];
