import { z } from 'zod';
import { type Reach, type RightKey, reaches } from './rights.ts';

export {
  type Operation,
  operations,
  type Reach,
  type Right,
  type RightKey,
  type RightTab,
  reaches,
  rights,
  rightTabs,
  type SubjectName,
} from './rights.ts';

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
  'clients.create',
  'clients.delete',
  'contacts.create',
  'projects.view',
  'projects.create',
  'projects.edit',
  'projects.delete',
  'events.create',
  'tasks.create',
  'calculations.view',
  'calculations.edit',
  'access.view',
  'access.edit',
  'access.view_as',
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
  /** Who looks through this person's eyes, by name: nothing can be changed meanwhile. Left out when it is the person. */
  readonly viewedBy?: string;
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

/** A role as «Керування доступом» and «Користувачі та ролі» list it. */
export interface RoleView {
  readonly roleId: string;
  /** Of a role that ships; null: made by people. */
  readonly code: RoleCode | null;
  readonly name: string;
  readonly note: string;
  readonly isSystem: boolean;
  /** Closed accounts do not count. */
  readonly memberCount: number;
}

export interface AccessPersonView {
  readonly personId: string;
  readonly fullName: string;
  readonly email: string;
  /** The main role, of the account. */
  readonly role: RoleCode;
  /** Further roles, by id. */
  readonly roleIds: readonly string[];
  readonly isActive: boolean;
  /** Something is allowed or denied to this very person. */
  readonly hasOwnRules: boolean;
}

export const roleDraft = z.object({
  name: z.string().trim().min(1).max(100),
  note: z.string().trim().max(1000).default(''),
});
export type RoleDraft = z.infer<typeof roleDraft>;

export const memberDraft = z.object({ roleIds: z.array(z.uuid()).max(50) });
export type MemberDraft = z.infer<typeof memberDraft>;

export const ruleStates = ['allow', 'deny', 'inherit'] as const;
export type RuleState = (typeof ruleStates)[number];

export const ruleDraft = z.object({
  key: z.string().max(60),
  /** The journal or unit; null for rights that stand for themselves. */
  targetId: z.uuid().nullable().default(null),
  state: z.enum(ruleStates),
  /** Heeded where the right has a reach and is allowed; null: everybody's. */
  reach: z.enum(reaches).nullable().default(null),
});
export type RuleDraft = z.infer<typeof ruleDraft>;

/** Where an answer comes from: an administrator has every right; else the own tick, a parent's, the roles', or nothing. */
export const rightCauses = ['administrator', 'own', 'parent', 'roles', 'document', 'nothing'] as const;
export type RightCause = (typeof rightCauses)[number];

export interface RightStateView {
  readonly key: RightKey;
  readonly targetId: string | null;
  readonly state: RuleState;
  /** Of the own tick. */
  readonly reach: Reach | null;
  /** What holds in the end. */
  readonly effective: {
    readonly isAllowed: boolean;
    readonly reach: Reach | null;
    readonly because: RightCause;
    /** Names of the roles it comes from. */
    readonly roles: readonly string[];
  };
}

/** A journal or a unit, after its parent. */
export interface TargetView {
  readonly targetId: string;
  readonly parentId: string | null;
  readonly name: string;
}

export interface HolderRightsView {
  readonly rights: readonly RightStateView[];
  readonly journals: readonly TargetView[];
  readonly units: readonly TargetView[];
  /** The rights of administrators are not taken away tick by tick. */
  readonly isFixed: boolean;
}

export const viewingDraft = z.object({ personId: z.uuid() });

/*
 * GET    /api/access                          → { roles: RoleView[], people: AccessPersonView[] }
 * GET    /api/access/roles/:roleId/rights     → HolderRightsView;  PUT …/rights RuleDraft → HolderRightsView
 * GET    /api/access/people/:personId/rights  → HolderRightsView;  PUT …/rights RuleDraft → HolderRightsView
 *        refusals: unknown_right (key), right_beyond_own { right }, administrator_keeps_rights
 * POST   /api/access/roles RoleDraft → RoleView;  PUT /api/access/roles/:roleId;  DELETE → 204
 *        refusals: name_taken (name), system_row_fixed, in_use { places }
 * PUT    /api/access/people/:personId/roles MemberDraft → AccessPersonView; refusals: unknown_role, role_is_main_only
 * POST   /api/access/viewing { personId } → SessionView of that person; DELETE /api/access/viewing → SessionView, one's own again
 *        refusals: viewing_beyond_own; while it lasts every change is refused: viewing_reads_only
 */
