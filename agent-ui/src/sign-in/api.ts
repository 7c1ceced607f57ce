import type { PasswordChange, SecondStep, SessionView, SignInAnswer } from '../../../server/access/contract.ts';
import { request } from '../live/request.ts';

/**
 * @throws RefusedError 401 when the e-mail or the password is wrong
 * @throws RefusedError 429 after too many attempts; `details.seconds` says for how long
 */
export const signIn = (email: string, password: string) =>
  request<SignInAnswer>('POST', '/api/auth/sign-in/email', { body: { email, password } });

/** @throws RefusedError `code_wrong`, `code_used`; `second_step_over`: begin with the password again */
export const takeSecondStep = (step: SecondStep) =>
  request<SessionView>('POST', '/api/auth/second-step', { body: step });

export const signOut = () => request<unknown>('POST', '/api/auth/sign-out', { body: {} });

/** Other sessions of the person end. @throws RefusedError `wrong_password`, field `currentPassword` */
export const changePassword = (change: PasswordChange) =>
  request<undefined>('POST', '/api/auth/change-password', { body: change });
