import { type CountryCode, parsePhoneNumber } from './phone-number.ts';

/** What exchanges send in place of a number that the caller hides. */
const WITHHELD = new Set([
  '',
  'anonymous',
  'asterisk',
  'private',
  'restricted',
  'unavailable',
  'unknown',
  'withheld',
  'id hidden',
  's',
  '-',
]);

/** Longer is never a number; enough to recognise what came. */
const MAX_NUMBER_LENGTH = 40;
const MAX_NAME_LENGTH = 80;

/**
 * A caller's number made fit for a screen, a search and a database: E.164 (with `;ext=` and its extension) when it is a valid number, else what came
 * without its dangerous characters and not longer than 40.
 *
 * @param received hostile: whoever calls chooses it
 * @returns null when the number is withheld
 */
export function cleanCallerNumber(received: string, homeRegion: CountryCode = 'UA'): string | null {
  const text = harmless(received.slice(0, 1000), MAX_NUMBER_LENGTH)
    .replace(/^(sips?|tel):/i, '')
    .replace(/@.*$/u, '')
    .trim();
  if (WITHHELD.has(text.toLowerCase())) return null;
  const parsed = parsePhoneNumber(text, homeRegion);
  return parsed ? `${parsed.e164}${parsed.extension === null ? '' : `;ext=${parsed.extension}`}` : text;
}

/** The name a caller's exchange sent. Empty when there is none or it only repeats that the number is withheld. */
export function cleanCallerName(received: string): string {
  const name = harmless(received.slice(0, 1000), MAX_NAME_LENGTH);
  return WITHHELD.has(name.toLowerCase()) ? '' : name;
}

/**
 * Without control characters, line breaks, and the marks that turn the direction of text and let a number look like
 * another one. Cut by whole characters.
 */
function harmless(text: string, maxLength: number): string {
  const visible = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return [...visible].slice(0, maxLength).join('').trim();
}
