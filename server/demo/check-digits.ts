/**
 * The ЄДРПОУ of a legal entity: seven digits and a check digit. Codes between 30 and 60 million weigh the digits in
 * another order than the rest; when a remainder is 10 the weights grow by two, and a second 10 counts as 0.
 */
export function edrpouOf(sevenDigits: string): string {
  const isMiddle = sevenDigits >= '3000000' && sevenDigits < '6000000';
  const weights = isMiddle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = weigh(sevenDigits, weights) % 11;
  const heavier = weights.map((weight) => weight + 2);
  const check = first < 10 ? first : (weigh(sevenDigits, heavier) % 11) % 10;
  return `${sevenDigits}${check}`;
}

/** The РНОКПП of a person: nine digits, of which five are the day of birth counted from 1900, and a check digit. */
export function rnokppOf(nineDigits: string): string {
  const check = ((weigh(nineDigits, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) + 11) % 11;
  return `${nineDigits}${check % 10}`;
}

function weigh(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);
}
