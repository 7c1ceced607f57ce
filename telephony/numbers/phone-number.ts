import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { splitExtension } from './split-extension.ts';

export type { CountryCode };

/** A valid number of some country. */
export interface PhoneNumber {
  /** +380501234567 */
  readonly e164: string;
  /** What is dialled after the connection is made; digits. */
  readonly extension: string | null;
  /** Null for numbers of no country, satellites for example. */
  readonly country: CountryCode | null;
  /** Without country code and trunk prefix. */
  readonly national: string;
  /** The called one pays: 0-800. Such a number belongs to no single client. */
  readonly isTollFree: boolean;
}

/** Digits with what people put between them. Anything else is a name or an attack, not a number. */
const NUMBER_CHARACTERS = /^\+?[\p{Nd}\s().\-–—/\u00a0]+$/u;

/** Longest E.164 number with the longest way to dial it in front. */
const MAX_DIGITS = 20;
/** With spaces, brackets and an extension. Longer text is no number, and not worth keeping. */
const MAX_LENGTH = 80;

/** The numbers of one call are read many times over on its way; reading is dear. Emptied when full. */
const read = new Map<string, PhoneNumber | null>();
const MOST_READ = 5000;

/**
 * Reads a number as people and telephone exchanges write it. Besides what is standard it takes the ways of
 * Ukraine: 8-0… and 80… (the old long-distance 8), 380… without the plus; and 00… for the plus everywhere.
 *
 * @returns null when it is no valid number of any country; short and internal numbers are among those
 */
export function parsePhoneNumber(raw: string, homeRegion: CountryCode = 'UA'): PhoneNumber | null {
  const key = `${homeRegion} ${raw}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const parsed = parseAnew(raw, homeRegion);
  if (read.size >= MOST_READ) read.clear();
  if (raw.length <= MAX_LENGTH) read.set(key, parsed);
  return parsed;
}

function parseAnew(raw: string, homeRegion: CountryCode): PhoneNumber | null {
  const { number, extension } = splitExtension(raw);
  if (raw.length > MAX_LENGTH || !NUMBER_CHARACTERS.test(number)) return null;
  for (const spelling of spellings(number, homeRegion)) {
    const parsed = parsePhoneNumberFromString(spelling, { defaultCountry: homeRegion, extract: false });
    if (!parsed?.isValid()) continue;
    return {
      e164: parsed.number,
      extension,
      country: parsed.country ?? null,
      national: parsed.nationalNumber,
      isTollFree: parsed.getType() === 'TOLL_FREE',
    };
  }
  return null;
}

/** The same number in the forms worth trying, most likely first. */
function spellings(number: string, homeRegion: CountryCode): readonly string[] {
  const digits = digitsOf(number);
  if (digits.length > MAX_DIGITS) return [];
  if (number.startsWith('+')) return [`+${digits}`];
  if (digits.startsWith('00')) return [`+${digits.slice(2)}`];
  if (homeRegion === 'UA' && /^80\d{9}$/.test(digits)) return [digits.slice(1)];
  // Exchanges often leave the plus out; only a number too long for the home country can be meant.
  return digits.length > 10 ? [digits, `+${digits}`] : [digits];
}

/** Decimal digits of any script as 0–9, everything else dropped. */
export function digitsOf(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.replace(/[^0-9]/g, '');
  return text
    .normalize('NFKC')
    .replace(/\P{Nd}/gu, '')
    .replace(/[^0-9]/gu, asciiDigit);
}

/** Unicode keeps each script's digits in a run of ten that starts with its zero; no two runs touch after NFKC. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value % 10);
}
