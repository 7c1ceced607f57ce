import { z } from 'zod';

/** How the connection is protected: STARTTLS on the open port, TLS from the first byte, or not at all. */
export const mailProtections = ['starttls', 'tls', 'none'] as const;
export type MailProtection = (typeof mailProtections)[number];

/** What one mail server is reached by. The password is plain here: it comes from the store just before it is used. */
export interface MailServerSettings {
  readonly host: string;
  readonly port: number;
  readonly protection: MailProtection;
  /** Empty: the server asks nobody who they are. */
  readonly login: string;
  readonly password: string;
}

/** What came of one try to reach a server. */
export type MailCheck =
  | { readonly isGood: true; readonly answer: string }
  | {
      readonly isGood: false;
      readonly because: MailFailure;
      /** The server's own words, or those of the network when no server answered. */
      readonly answer: string;
    };

/** What went wrong, so that people can be told the mend. */
export const mailFailures = [
  'host_not_found',
  'unreachable',
  'timed_out',
  'tls_failed',
  'login_refused',
  'address_refused',
  'server_refused',
] as const;
export type MailFailure = (typeof mailFailures)[number];

/** The two servers of a mailbox; null: none is set up. */
export interface MailServersToCheck {
  readonly sending: MailServerSettings | null;
  readonly receiving: MailServerSettings | null;
}
export interface MailServersCheck {
  readonly sending: MailCheck | null;
  readonly receiving: MailCheck | null;
}

const port = z.number().int().min(1).max(65535);
/** A name or an address of a machine: nothing that could be more than that. */
const host = z
  .string()
  .trim()
  .max(253)
  .regex(/^([A-Za-z0-9._-]+|\[?[0-9A-Fa-f:.]+\]?)?$/);

/** Tab «Розсилання» of the enterprise (R-021…R-026, D-14). Empty hosts: no mail. */
export const mailingDraft = z.object({
  smtpHost: host.default(''),
  smtpPort: port.default(587),
  mailLogin: z.string().trim().max(254).default(''),
  /** Null keeps what is stored, an empty text forgets it. Never sent back. */
  mailPassword: z.string().max(500).nullable().default(null),
  mailProtection: z.enum(mailProtections).default('starttls'),
  receivingHost: host.default(''),
  receivingProtocol: z.enum(['imap']).default('imap'),
  receivingPort: port.default(993),
  senderAddress: z.union([z.literal(''), z.email().max(254)]).default(''),
  checkEveryMinutes: z.number().int().min(1).max(1440).default(2),
});
export type MailingDraft = z.infer<typeof mailingDraft>;

/** An enterprise or branch: at once a structural unit of D-10. */
export const enterpriseDraft = z.object({
  /** Of the unit above; null at the top. */
  parentId: z.uuid().nullable().default(null),
  /** What `{UNIT}` becomes in document numbers. */
  code: z
    .string()
    .trim()
    .regex(/^[^\s{}]{1,12}$/u),
  name: z.string().trim().min(1).max(120),
  fullName: z.string().trim().max(250).default(''),
  edrpou: z
    .string()
    .trim()
    .regex(/^([0-9]{8}|[0-9]{10})?$/)
    .default(''),
  isActive: z.boolean().default(true),
  ...mailingDraft.shape,
});
export type EnterpriseDraft = z.infer<typeof enterpriseDraft>;

export interface EnterpriseView extends Omit<EnterpriseDraft, 'mailPassword'> {
  readonly enterpriseId: string;
  readonly parentName: string | null;
  /** 0 at the top of the tree. */
  readonly depth?: number;
  readonly hasMailPassword: boolean;
}

/** For lists to choose from: active ones, parents before their children, `depth` 0 at the top. */
export interface UnitChoice {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly depth: number;
}

/** One server's answer to «Перевірити». */
export interface MailCheckView {
  readonly isGood: boolean;
  readonly because: MailFailure | null;
  /** In the server's own words. */
  readonly answer: string;
}
export interface MailingCheckView {
  /** Null: no server is named. */
  readonly sending: MailCheckView | null;
  readonly receiving: MailCheckView | null;
}

/** «Централізований облік» (D-10). */
export const accountingMode = z.object({
  isCentralised: z.boolean(),
  /** Which unit gets what was there before; needed when switching on. */
  unitForOldData: z.uuid().nullable().default(null),
});
export type AccountingModeDraft = z.infer<typeof accountingMode>;
export interface AccountingModeView {
  readonly isCentralised: boolean;
}

/*
 * GET /api/enterprises → { rows: EnterpriseView[] }  in the order of the tree
 * POST /api/enterprises EnterpriseDraft → EnterpriseView;  PUT /api/enterprises/:enterpriseId the same;  DELETE → 204
 *   refusals: name_taken, code_taken, unit_cycle (parentId), unit_unknown (parentId), mail_password_again (mailPassword),
 *   in_use { places }, last_enterprise
 * POST /api/enterprises/:enterpriseId/mail-check MailingDraft → MailingCheckView  tries what is typed, saves nothing
 * GET /api/units → { isCentralised, rows: UnitChoice[] }  for everybody who is signed in
 * PUT /api/units/mode AccountingModeDraft → AccountingModeView
 *   refusals: unit_required (unitForOldData), units_have_data { units }
 */
