/** Telephone numbers: pure, by the rules of the home region. */
export { cleanCallerName, cleanCallerNumber } from './clean-caller-id.ts';
export { formatPhoneNumber } from './format-phone-number.ts';
export { numberOrigin, type OriginLanguage } from './number-origin.ts';
export { type PhoneKeys, phoneKeys } from './phone-keys.ts';
export { type CountryCode, digitsOf, type PhoneNumber } from './phone-number.ts';
export { type DialPlan, type UnmatchedReason, whyNotMatched } from './why-not-matched.ts';
