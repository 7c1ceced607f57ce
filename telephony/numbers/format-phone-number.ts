import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type CountryCode, parsePhoneNumber } from './phone-number.ts';

/**
 * How people read a number: +380 50 123 45 67, +48 22 123 45 67, +380 44 123 45 67 доб. 12.
 * What is not a valid number stays as it is: an extension, 101, a name.
 */
export function formatPhoneNumber(number: string, homeRegion: CountryCode = 'UA'): string {
  const parsed = parsePhoneNumber(number, homeRegion);
  if (parsed === null) return number;
  const extension = parsed.extension === null ? '' : ` доб. ${parsed.extension}`;
  return `${grouped(parsed.e164)}${extension}`;
}

function grouped(e164: string): string {
  const ukrainian = /^\+380(\d\d)(\d{3})(\d\d)(\d\d)$/.exec(e164);
  // The library writes Ukrainian numbers as 123 4567; here they are read in pairs.
  if (ukrainian && !e164.startsWith('+380800') && !e164.startsWith('+380900')) {
    return `+380 ${ukrainian.slice(1).join(' ')}`;
  }
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}
