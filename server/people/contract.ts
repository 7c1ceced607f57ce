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
  isActive: z.boolean().default(true),
});
export type PersonDraft = z.infer<typeof personDraft>;

export interface PersonView extends Omit<PersonDraft, 'password'> {
  readonly personId: string;
  readonly role: RoleCode;
  readonly telephonyProjectName: string | null;
}

/** The settings to type into a desk phone. The secret is made by us and shown only to who may edit people. */
export interface PhoneSettingsView {
  readonly server: string;
  readonly port: number;
  readonly user: string;
  readonly secret: string;
}

/*
 * GET /api/people → { rows: PersonView[] } by name;  GET /api/people/:personId → PersonView
 * POST /api/people PersonDraft → PersonView;  PUT /api/people/:personId PersonDraft → PersonView
 *   refusals: extension_taken { by } (field sipExtension), email_taken, direct_number_taken { by }, last_administrator
 *   saving with a SIP number makes both phones of the person known to the PBX at once
 * GET /api/people/:personId/phone → PhoneSettingsView;  POST /api/people/:personId/phone/secret → PhoneSettingsView with a fresh secret
 */
