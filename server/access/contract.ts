import { z } from 'zod';

/** Roles that ship with the product (D-15). What each may do is in `role-deeds.ts`. */
export const roleCodes = ['administrator', 'head', 'supervisor', 'agent', 'manager', 'implementer', 'viewer'] as const;
export const roleCode = z.enum(roleCodes);
export type RoleCode = z.infer<typeof roleCode>;

/** Everything a route may ask for. The console hides what is not among a person's deeds; the server refuses it. */
export const deeds = [
  'desk.use',
  'calls.view_own',
  'calls.view_all',
  'clients.view',
  'clients.edit',
  'board.view',
  'presence.set_others',
  'people.view',
  'people.edit',
  'lines.view',
  'lines.edit',
  'directories.view',
  'directories.edit',
  'parameters.view',
  'parameters.edit',
  'self_check.view',
  'enterprises.view',
  'enterprises.edit',
  'employees.view',
  'employees.edit',
  'history.view',
  'history.edit',
  'events.view',
  'events.edit',
  'events.delete',
  'tasks.view',
  'tasks.edit',
  'tasks.delete',
  'sign_in.edit',
] as const;
export type Deed = (typeof deeds)[number];

/** `GET /api/session`: who is signed in. 401 when nobody is. */
export interface SessionView {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleCode;
  readonly deeds: readonly Deed[];
  readonly extension: string | null;
  readonly usesStatuses: boolean;
  readonly openCardOnCall: boolean;
  readonly language: 'uk' | 'en';
}

/** What a refused request answers, whatever the route. `field` names the form field to put right. */
export interface RefusalView {
  readonly code: string;
  readonly field?: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export const signInDraft = z.object({
  email: z.string().trim().min(3).max(254),
  password: z.string().min(1).max(200),
  /** False: the session ends with the browser. */
  rememberMe: z.boolean().default(true),
});
export type SignInDraft = z.infer<typeof signInDraft>;

export const passwordChange = z.object({
  currentPassword: z.string().min(1).max(200),
  newPassword: z.string().min(8).max(200),
});
export type PasswordChange = z.infer<typeof passwordChange>;

/** What the password was right for: a session, or a code to be asked for. */
export type SignInAnswer = SessionView | { readonly needsCode: true };

/** A code of the authenticator, or one of the backup codes. */
export const secondStep = z.object({
  kind: z.enum(['totp', 'backup']),
  code: z.string().trim().min(6).max(20),
});
export type SecondStep = z.infer<typeof secondStep>;

export const passwordProof = z.object({ password: z.string().min(1).max(200) });
export const codeProof = z.object({ code: z.string().trim().min(6).max(10) });

/** Shown once, while the second factor is set up. */
export interface SecondFactorSetUp {
  /** `otpauth://…`: the console draws it as a QR code by itself. */
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

export interface OwnSessionView {
  readonly sessionId: string;
  readonly isThisOne: boolean;
  /** ISO moments. `lastSeenAt` is up to a minute old. */
  readonly signedInAt: string;
  readonly lastSeenAt: string;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** `GET /api/security`: the own account. */
export interface SecurityView {
  readonly hasSecondFactor: boolean;
  readonly sessions: readonly OwnSessionView[];
}

/** `GET /api/sign-in-policy`, `PUT` with the deed `sign_in.edit`. */
export const signInPolicy = z.object({
  minPasswordLength: z.number().int().min(8).max(64),
  refusesCommon: z.boolean(),
});
export type SignInPolicy = z.infer<typeof signInPolicy>;

/*
 * POST /api/auth/sign-in/email   SignInDraft → SignInAnswer; refusals: sign_in_failed, too_many_attempts { attempts, seconds }
 * POST /api/auth/second-step     SecondStep → SessionView; refusals: code_wrong, code_used, second_step_over, too_many_attempts
 * POST /api/auth/sign-out        → 204, whether or not anybody is signed in
 * POST /api/auth/change-password PasswordChange → 204, other sessions end; refusals: wrong_password (field currentPassword),
 *                                password_too_short { length }, password_common, password_like_owner (field newPassword)
 * GET  /api/session              → SessionView; refusal not_signed_in (401)
 *
 * Own account, behind sign-in:
 * GET    /api/security                       → SecurityView
 * POST   /api/security/second-factor         { password } → SecondFactorSetUp; nothing holds until it is confirmed
 * POST   /api/security/second-factor/confirm { code } → 204, other sessions end; refusal code_wrong
 * DELETE /api/security/second-factor         { password } → 204; refusal wrong_password
 * DELETE /api/security/sessions/:sessionId   → 204; refusal not_found
 * DELETE /api/security/sessions              → 204, all but this one
 *
 * Somebody else's, with the deed sign_in.edit:
 * DELETE /api/sign-in-policy/people/:personId/sessions       → 204
 * DELETE /api/sign-in-policy/people/:personId/second-factor  → 204, and their sessions end
 */
