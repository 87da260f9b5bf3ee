export { E18, formatE18, formatScaled, MoneyInvalidError, parseE18, SCALE } from './e18.js';
export { cutHalfEven, divideHalfEven } from './rounding.js';
export {
  CurrencyUnknownError,
  formatMinor,
  formatRatio,
  isCurrency,
  minorDigits,
} from './currency.js';
