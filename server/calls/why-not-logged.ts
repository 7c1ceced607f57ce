import { digitsOf } from '../../telephony/numbers/index.ts';

/** Why a call stays out of the call log. */
export type UnloggedReason = 'number_too_short';

/**
 * «Не протоколювати дзвінки з номером менше N символів» (R-143…R-145, D-17). The same rule for live calls, loaded
 * ones and the preview in Settings. Only the other side counts, so an outside call's legs inside the firm never
 * keep it out. A withheld number is kept, it is not a short one.
 *
 * @param otherNumber of the other side: who called, or who was dialled; null or without any digit: withheld or a name
 * @param minDigits null or 0: every call is logged; a number of exactly so many digits is logged
 */
export function whyNotLogged(otherNumber: string | null, minDigits: number | null): UnloggedReason | null {
  const digits = digitsOf(otherNumber ?? '').length;
  if (digits === 0 || minDigits === null) return null;
  return digits < minDigits ? 'number_too_short' : null;
}
