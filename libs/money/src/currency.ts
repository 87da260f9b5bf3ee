import { formatScaled, SCALE } from './e18.js';
import { cutHalfEven, divideHalfEven } from './rounding.js';

/** Minor digits by ISO 4217 code; every code that is not listed under 0, 3 or 4 has two. */
const MINOR_DIGITS: readonly (readonly [number, string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
  [
    2,
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY ' +
      'COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF ' +
      'IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR ' +
      'MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG ' +
      'SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES ' +
      'WST XCD YER ZAR ZMW ZWG',
  ],
];
const DIGITS = new Map(
  MINOR_DIGITS.flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, digits] as const),
  ),
);

/** A code that is not an ISO 4217 currency. */
export class CurrencyUnknownError extends Error {
  readonly code = 'currency-unknown';

  constructor(currency: string) {
    super(`"${currency.slice(0, 20)}" is not an ISO 4217 currency code`);
  }
}

export function isCurrency(code: string): boolean {
  return DIGITS.has(code);
}

/**
 * Decimal places of the currency's minor unit (ISO 4217): USD 2, JPY 0, KWD 3.
 *
 * @throws CurrencyUnknownError
 */
export function minorDigits(currency: string): number {
  const digits = DIGITS.get(currency);
  if (digits === undefined) throw new CurrencyUnknownError(currency);
  return digits;
}

/** The amount half-even in minor units of the currency, all digits written: `20000000000.00`. */
export function formatMinor(valueE18: bigint, currency: string): string {
  const digits = minorDigits(currency);
  return formatScaled(cutHalfEven(valueE18, SCALE, digits), digits);
}

/** `numerator ÷ denominator` as a decimal string with the given digits, half-even: `0.8651`. */
export function formatRatio(numerator: bigint, denominator: bigint, decimals = 4): string {
  return formatScaled(divideHalfEven(numerator * 10n ** BigInt(decimals), denominator), decimals);
}
