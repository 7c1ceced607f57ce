import { z } from 'zod';

/** The client card index, as far as calls need it (R-013, R-155, R-157; C12). */
export const clientKinds = ['legal', 'sole_proprietor', 'natural'] as const;
export const phoneTypes = ['work', 'mobile', 'home', 'fax', 'other'] as const;

export const phoneDraft = z.object({
  /** As typed; kept. Normalised to E.164 with extension beside it. */
  raw: z.string().trim().min(3).max(40),
  type: z.enum(phoneTypes).default('work'),
  label: z.string().trim().max(60).default(''),
  isPrimary: z.boolean().default(false),
  /** «Головний номер компанії»: suppresses matches of single persons. */
  isCompanyLine: z.boolean().default(false),
  contactId: z.uuid().nullable().default(null),
});
export type PhoneDraft = z.infer<typeof phoneDraft>;

export const clientDraft = z.object({
  kind: z.enum(clientKinds).default('legal'),
  name: z.string().trim().min(1).max(200),
  fullName: z.string().trim().max(400).default(''),
  edrpou: z
    .string()
    .trim()
    .regex(/^([0-9]{8}|[0-9]{10})?$/)
    .default(''),
  address: z.string().trim().max(400).default(''),
  email: z.union([z.literal(''), z.email()]).default(''),
  managerId: z.uuid().nullable().default(null),
  note: z.string().trim().max(4000).default(''),
  phones: z.array(phoneDraft).max(50).default([]),
});
export type ClientDraft = z.infer<typeof clientDraft>;

export const contactDraft = z.object({
  name: z.string().trim().min(1).max(200),
  role: z.string().trim().max(120).default(''),
});
export type ContactDraft = z.infer<typeof contactDraft>;

export interface PhoneView extends PhoneDraft {
  readonly phoneId: string;
  /** Null when the number is not a valid one of any country. */
  readonly e164: string | null;
  readonly extension: string | null;
  readonly contactName: string | null;
}
export interface ContactView extends ContactDraft {
  readonly contactId: string;
}
export interface ClientView extends Omit<ClientDraft, 'phones'> {
  readonly clientId: string;
  readonly code: string;
  readonly managerName: string | null;
  readonly phones: readonly PhoneView[];
  readonly contacts: readonly ContactView[];
  readonly createdAt: string;
}
export interface ClientRow {
  readonly clientId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: (typeof clientKinds)[number];
  readonly edrpou: string;
  readonly phone: string | null;
  readonly managerName: string | null;
  readonly lastCallAt: string | null;
}

/** How sure a match is (C12): E same number and extension, D same number, N same national part, S last 7 digits: a suggestion only. */
export type MatchLevel = 'exact' | 'number' | 'national' | 'suffix';

/** One possible caller, best first. `lastContact` and `openItems` are what the pop shows at a glance. */
export interface CallerMatch {
  readonly clientId: string;
  readonly clientName: string;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly contactRole: string | null;
  readonly level: MatchLevel;
  readonly managerId: string | null;
  readonly managerName: string | null;
  readonly lastContacts: readonly {
    readonly callId: string;
    readonly at: string;
    readonly direction: string;
    readonly outcome: string;
    readonly personName: string | null;
    readonly talkSeconds: number;
  }[];
  readonly openItems: readonly { readonly kind: 'missed_call'; readonly id: string; readonly text: string }[];
}

/*
 * GET  /api/clients?q=&after=&limit=  → { rows: ClientRow[], after: string | null }  by name, Ukrainian order, keyset paging
 * GET  /api/clients/:clientId → ClientView (404 client_not_found)
 * POST /api/clients ClientDraft → ClientView;  PUT /api/clients/:clientId ClientDraft → ClientView
 * POST /api/clients/:clientId/phones PhoneDraft → ClientView (past calls from this number are matched again)
 * POST /api/clients/:clientId/contacts ContactDraft → ClientView
 */
