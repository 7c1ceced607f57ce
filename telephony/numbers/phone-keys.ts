import { type CountryCode, digitsOf, parsePhoneNumber } from './phone-number.ts';
import { splitExtension } from './split-extension.ts';

/** What a phone is stored and looked up by (C12). */
export interface PhoneKeys {
  /** Null when the number is not a valid one of any country. */
  readonly e164: string | null;
  readonly extension: string | null;
  /** The last nine digits, the national number in Ukraine: equal although one side misses the country. Null when shorter. */
  readonly national9: string | null;
  /** The last seven digits, a number within one town. Null when shorter. */
  readonly last7: string | null;
}

/** Keys of a number as somebody typed it or a telephone exchange sent it. All null: nothing to find it by. */
export function phoneKeys(raw: string, homeRegion: CountryCode = 'UA'): PhoneKeys {
  const parsed = parsePhoneNumber(raw, homeRegion);
  const { number, extension } = splitExtension(raw);
  const digits = parsed ? digitsOf(parsed.e164) : digitsOf(number);
  return { e164: parsed?.e164 ?? null, extension, national9: lastDigits(digits, 9), last7: lastDigits(digits, 7) };
}

function lastDigits(digits: string, count: number): string | null {
  return digits.length >= count ? digits.slice(-count) : null;
}
