import { z } from 'zod';
import { type RoleCode, roleCode } from '../access/contract.ts';

/** Параметри/Користувачі (R-120…R-133): the account, its phone and how calls reach the person. */
const extension = z
  .string()
  .trim()
  .regex(/^[1-9][0-9]{1,7}$/);

export const personDraft = z.object({
  fullName: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  /** Only when the account is made; later the person changes it. Null keeps what is there. */
  password: z.string().min(10).max(200).nullable().default(null),
  role: roleCode,
  position: z.string().trim().max(120).default(''),
  phoneNumber: z.string().trim().max(40).default(''),
  sipExtension: extension.nullable().default(null),
  directNumber: z.string().trim().max(20).nullable().default(null),
  autoStartPhone: z.boolean().default(true),
  receiveCorporateMail: z.boolean().default(false),
  useStatusesForTelephony: z.boolean().default(true),
  openCardOnCall: z.boolean().default(true),
  autoCreateEvent: z.boolean().default(true),
  telephonyProjectId: z.uuid().nullable().default(null),
  mailProjectId: z.uuid().nullable().default(null),
  /** «Структурна одиниця»: heeded and required under centralised accounting only (R-134, D-10). */
  unitId: z.uuid().nullable().default(null),
  /** «Доступні одиниці»: further ones, for those who serve several. */
  availableUnitIds: z.array(z.uuid()).max(200).default([]),
  /** Whose account it is; null makes an employee from the account. */
  employeeId: z.uuid().nullable().default(null),
  isActive: z.boolean().default(true),
});
export type PersonDraft = z.infer<typeof personDraft>;

export interface PersonView extends Omit<PersonDraft, 'password'> {
  readonly personId: string;
  readonly role: RoleCode;
  readonly telephonyProjectName: string | null;
  readonly mailProjectName: string | null;
  readonly unitName: string | null;
  readonly employeeName: string | null;
  /** Of the employee: offered where the person's own is empty. */
  readonly employeePosition: string;
}

/** The settings to type into a desk phone. The secret is made by us and shown only to who may edit people. */
export interface PhoneSettingsView {
  readonly server: string;
  readonly port: number;
  readonly user: string;
  readonly secret: string;
}

/** A card of «Список працівників» (R-030…R-034). */
export const employeeDraft = z.object({
  fullName: z.string().trim().min(1).max(120),
  /** Null: the firm's only, or first, enterprise. */
  enterpriseId: z.uuid().nullable().default(null),
  position: z.string().trim().max(120).default(''),
  /** «Підрозділ», a department. */
  department: z.string().trim().max(120).default(''),
  phoneNumber: z.string().trim().max(40).default(''),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  /** Null keeps what is stored, an empty text forgets it. Never sent back. */
  mailboxPassword: z.string().max(500).nullable().default(null),
  note: z.string().trim().max(2000).default(''),
  isActive: z.boolean().default(true),
});
export type EmployeeDraft = z.infer<typeof employeeDraft>;

/** What an employee lacks to send and receive mail from here. */
export const mailLacks = ['email', 'mailbox_password', 'mail_server'] as const;
export type MailLack = (typeof mailLacks)[number];

export interface EmployeeView extends Omit<EmployeeDraft, 'mailboxPassword' | 'enterpriseId'> {
  readonly employeeId: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly hasMailboxPassword: boolean;
  /** Empty: this employee sends and receives mail. */
  readonly mailLacks: readonly MailLack[];
  /** Their account; null when they have none. */
  readonly personId: string | null;
  readonly account: string | null;
}

/*
 * GET /api/employees → { rows: EmployeeView[] } by name;  GET /api/employees/:employeeId → EmployeeView
 * POST /api/employees EmployeeDraft → EmployeeView;  PUT /api/employees/:employeeId;  DELETE → 204
 *   refusals: unit_unknown (enterpriseId), in_use { places }
 *   the name of an employee is the name of their account, there and in the phones at once
 */

/*
 * GET /api/people → { rows: PersonView[] } by name;  GET /api/people/:personId → PersonView
 * POST /api/people PersonDraft → PersonView;  PUT /api/people/:personId PersonDraft → PersonView
 *   refusals: unknown_employee, employee_has_account { by } (employeeId), unit_required, unit_unknown (unitId),
 *   extension_taken { by } (field sipExtension), email_taken, direct_number_taken { by }, last_administrator
 *   saving with a SIP number makes both phones of the person known to the PBX at once
 * GET /api/people/:personId/phone → PhoneSettingsView;  POST /api/people/:personId/phone/secret → PhoneSettingsView with a fresh secret
 */
