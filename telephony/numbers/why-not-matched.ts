import { cleanCallerNumber } from './clean-caller-id.ts';
import { type CountryCode, digitsOf, parsePhoneNumber } from './phone-number.ts';

/** Why a number is never looked up among the clients (C12). */
export type UnmatchedReason = 'withheld' | 'internal' | 'emergency' | 'toll_free' | 'short' | 'not_a_number';

/** Emergency services of Ukraine and the European number. */
const EMERGENCY = new Set(['101', '102', '103', '104', '112']);

/** Within one town numbers have 5 to 7 digits; a suggestion (level `suffix`) needs 7. */
const SHORTEST_MATCHED = 7;

export interface DialPlan {
  /** Whether the digits are an extension, a line or another number of the firm itself. By table, never by length. */
  readonly isInternal: (digits: string) => boolean;
  readonly homeRegion?: CountryCode;
}

/** @returns null when the number may be looked up */
export function whyNotMatched(received: string, { isInternal, homeRegion = 'UA' }: DialPlan): UnmatchedReason | null {
  const number = cleanCallerNumber(received, homeRegion);
  if (number === null) return 'withheld';
  const digits = digitsOf(number);
  if (isInternal(digits)) return 'internal';
  if (EMERGENCY.has(digits)) return 'emergency';
  const parsed = parsePhoneNumber(number, homeRegion);
  if (parsed) return parsed.isTollFree ? 'toll_free' : null;
  if (!/^\+?[\d\s()*#.-]+$/.test(number)) return 'not_a_number';
  return digits.length < SHORTEST_MATCHED ? 'short' : null;
}
