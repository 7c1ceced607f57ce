import { Refusal } from '../platform/refusal.ts';
import type { SignInPolicy } from './contract.ts';
import { type PasswordOwner, whyNotPassword } from './why-not-password.ts';

interface NewPassword {
  readonly password: string;
  readonly owner: PasswordOwner;
  /** The form field that holds it. */
  readonly field: string;
}

/**
 * Asks the firm's rule before a password is stored.
 *
 * @throws Refusal `password_too_short` { length }, `password_common`, `password_like_owner`
 */
export function requireGoodPassword({ password, owner, field }: NewPassword, policy: SignInPolicy): void {
  const obstacle = whyNotPassword(password, policy, owner);
  if (obstacle) throw new Refusal(obstacle, { length: policy.minPasswordLength }, field);
}
