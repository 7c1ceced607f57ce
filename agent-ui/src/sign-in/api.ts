import type { PasswordChange } from '../../../server/access/contract.ts';
import { request } from '../live/request.ts';

/**
 * @throws RefusedError 401 when the e-mail or the password is wrong
 * @throws RefusedError 429 after too many attempts; `details.seconds` says for how long
 */
export const signIn = (email: string, password: string) =>
  request<unknown>('POST', '/api/auth/sign-in/email', { body: { email, password } });

export const signOut = () => request<unknown>('POST', '/api/auth/sign-out', { body: {} });

/** Other sessions of the person end. @throws RefusedError `wrong_password`, field `currentPassword` */
export const changePassword = (change: PasswordChange) =>
  request<undefined>('POST', '/api/auth/change-password', { body: change });
