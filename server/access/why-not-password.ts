import { commonPasswords } from './common-passwords.ts';
import type { SignInPolicy } from './contract.ts';

/** Whose password it is going to be: neither the name nor the e-mail address may be it. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

export type PasswordObstacle = 'password_too_short' | 'password_common' | 'password_like_owner';

const MIN_PART_LENGTH = 4;

/** What keeps a password from being taken, null when nothing does. Letters' case and blanks at the ends do not help. */
export function whyNotPassword(password: string, policy: SignInPolicy, owner: PasswordOwner): PasswordObstacle | null {
  if ([...password].length < policy.minPasswordLength) return 'password_too_short';
  const bare = password.trim().toLowerCase();
  if (policy.refusesCommon && isCommon(bare)) return 'password_common';
  const withoutOwner = ownerParts(owner).reduce((rest, part) => rest.replaceAll(part, ''), bare);
  // What is left beside the name must be a password by itself, not «2024» or «!».
  return withoutOwner !== bare && withoutOwner.length < policy.minPasswordLength / 2 ? 'password_like_owner' : null;
}

/** One of the list, also with digits and marks around it, or one short piece again and again. */
function isCommon(bare: string): boolean {
  const core = bare.replace(/^[\d\W_]+|[\d\W_]+$/gu, '');
  return commonPasswords.has(bare) || commonPasswords.has(core) || /^(.{1,4})\1+.{0,3}$/u.test(bare) || isRun(bare);
}

/** 1234567890 or abcdefghij, up or down. */
function isRun(bare: string): boolean {
  const codes = [...bare].map((letter) => letter.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, place) => code - (codes[place] ?? 0)));
  return bare.replaceAll('90', '9').length > 3 && steps.size === 1 && [1, -1, 0].includes([...steps][0] ?? 2);
}

function ownerParts({ name, email }: PasswordOwner): readonly string[] {
  const parts = [email, ...email.split(/[@.\-_+]/), ...name.split(/\s+/)];
  return parts.map((part) => part.toLowerCase()).filter((part) => part.length >= MIN_PART_LENGTH);
}
