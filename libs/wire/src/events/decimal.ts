const PLAIN = /^-?(?:0|[1-9]\d{0,19})(?:\.\d{1,18})?$/;
const PLAIN_ANY_LENGTH = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The pattern of an amount on the wire: plain notation, at most 20 integer and 18 fraction digits. */
export const DECIMAL_PATTERN = PLAIN.source;

export function decimalFault(text: string): 'decimal-invalid' | 'decimal-too-long' | undefined {
  if (PLAIN.test(text)) return undefined;
  return PLAIN_ANY_LENGTH.test(text) ? 'decimal-too-long' : 'decimal-invalid';
}

/** Drops superfluous zeros and the sign of zero from a valid decimal: `0.10` is `0.1`, `-0` is `0`. */
export function canonicalDecimal(text: string): string {
  let result = text;
  if (text.includes('.')) {
    let end = text.length;
    while (text.charCodeAt(end - 1) === 48) end -= 1;
    if (text.charCodeAt(end - 1) === 46) end -= 1;
    result = text.slice(0, end);
  }
  return result === '-0' ? '0' : result;
}
