import { z } from 'zod';

/** Types the program alone makes (D-01); every other type a person may make by hand. */
export const programMadeTypes = [
  'email_out',
  'phone_on',
  'phone_off',
  'call_in_missed',
  'call_out_missed',
  'call_missed_reply',
  'call_transfer',
  'call_queue',
] as const;

const id = z.uuid().nullable().default(null);

/** The card of an event as it is saved. The number is given by the server. */
export const eventDraft = z.object({
  happenedAt: z.iso.datetime({ offset: true }),
  type: z.string().regex(/^[a-z][a-z0-9_]{1,31}$/),
  clientId: id,
  contactId: id,
  /** Phone number, e-mail or place, as it was said. */
  address: z.string().trim().max(400).default(''),
  projectId: id,
  responsibleId: id,
  subject: z.string().trim().min(1).max(300),
  text: z.string().trim().max(20_000).default(''),
  durationSeconds: z.number().int().min(0).max(604_800).nullable().default(null),
  result: z.string().trim().max(20_000).default(''),
  repliesToId: id,
  isOpen: z.boolean().default(false),
});
export type EventDraft = z.infer<typeof eventDraft>;

/** A save of a card names the version it was read with. */
export const eventChange = eventDraft.extend({ version: z.number().int().min(1) });
export type EventChange = z.infer<typeof eventChange>;

export interface EventRow {
  readonly eventId: string;
  readonly number: string | null;
  readonly happenedAt: string;
  readonly type: string;
  readonly typeName: string | null;
  readonly subject: string;
  readonly clientName: string | null;
  readonly projectName: string | null;
  readonly responsibleName: string | null;
  readonly isOpen: boolean;
}
export interface EventView extends EventRow, Omit<EventDraft, keyof EventRow> {
  readonly version: number;
  readonly callId: string | null;
  readonly parentId: string | null;
  readonly contactName: string | null;
  readonly authorName: string | null;
}

const choice = z.uuid().optional();
export const eventListQuery = z.object({
  /** Those the person asking is responsible for. */
  mine: z.enum(['yes']).optional(),
  type: z.string().max(32).optional(),
  responsibleId: choice,
  clientId: choice,
  projectId: choice,
  open: z.enum(['yes']).optional(),
  /** `from` is in the range, `until` is not. */
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type EventListQuery = z.infer<typeof eventListQuery>;
export interface EventPage {
  readonly rows: readonly EventRow[];
  /** To ask for the next page with; null: this is the last. */
  readonly after: string | null;
}

/*
 * GET    /api/events?EventListQuery  → EventPage, newest first, without the parts of a call
 * GET    /api/events/:eventId        → EventView; refusal event_not_found
 * POST   /api/events                 EventDraft → EventView; refusals type_not_by_hand, unknown_event_type, client_not_found …
 * PUT    /api/events/:eventId        EventChange → EventView; refusal changed_meanwhile { version }
 * DELETE /api/events/:eventId        → 204
 */
