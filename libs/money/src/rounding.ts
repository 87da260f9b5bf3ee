/**
 * Quotient rounded half to even (IEEE 754 roundTiesToEven), exact for any size.
 *
 * @throws RangeError when the divisor is zero
 */
export function divideHalfEven(numerator: bigint, divisor: bigint): bigint {
  if (divisor < 0n) return divideHalfEven(-numerator, -divisor);
  let quotient = numerator / divisor;
  let remainder = numerator % divisor;
  if (remainder < 0n) {
    quotient -= 1n;
    remainder += divisor;
  }
  const twice = remainder * 2n;
  const up = twice > divisor || (twice === divisor && quotient % 2n !== 0n);
  return up ? quotient + 1n : quotient;
}

/** The same amount at a coarser (or finer) decimal scale, half-even where digits are cut. */
export function cutHalfEven(value: bigint, fromScale: number, toScale: number): bigint {
  return toScale >= fromScale
    ? value * 10n ** BigInt(toScale - fromScale)
    : divideHalfEven(value, 10n ** BigInt(fromScale - toScale));
}
