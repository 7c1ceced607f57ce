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
  newPassword: z.string().min(10).max(200),
});
export type PasswordChange = z.infer<typeof passwordChange>;

/*
 * POST /api/auth/sign-in/email   SignInDraft → SessionView; refusals: sign_in_failed, too_many_attempts { attempts, seconds }
 * POST /api/auth/sign-out        → 204, whether or not anybody is signed in
 * POST /api/auth/change-password PasswordChange → 204, other sessions end; refusal wrong_password (field currentPassword)
 * GET  /api/session              → SessionView; refusal not_signed_in (401)
 */
