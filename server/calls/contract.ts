import { z } from 'zod';
import type { OfferReason, OfferResult, Outcome, RouteTrace } from '../../telephony/index.ts';
import type { CallerMatch } from '../clients/contract.ts';
import type { PersonStateView } from '../presence/contract.ts';

/** A ringing or talking call on a person's screen (C14). */
export interface PopView {
  readonly callId: string;
  readonly offerNo: number;
  readonly state: 'ringing' | 'talking' | 'held';
  readonly direction: 'in' | 'out' | 'internal';
  readonly lineId: string | null;
  readonly lineName: string | null;
  readonly dialled: string;
  /** E.164 when valid, else what came, cleaned; null: withheld. */
  readonly callerNumber: string | null;
  /** How people read it: +380 50 123 45 67. */
  readonly callerText: string;
  /** Region or country of the number, in the person's language; null when unknown. */
  readonly region: string | null;
  readonly arrivedAt: number;
  readonly offeredAt: number;
  readonly talkingSince: number | null;
  readonly reason: OfferReason;
  /** Null: still looking. Empty: unknown caller. */
  readonly matches: readonly CallerMatch[] | null;
  /** The client the call is linked to. */
  readonly clientId: string | null;
  readonly note: NoteView;
  /** Who passed the call on, for a call that was meant for a colleague. */
  readonly passedOnFrom: string | null;
}
export interface NoteView {
  readonly text: string;
  /** Goes up by one with each save; a save on an older one is refused with both texts. */
  readonly revision: number;
}

export interface CallMessages {
  /** Everything on the person's desk now: sent on connect, on request and nothing is assumed from before. */
  'desk.snapshot': (message: {
    readonly seq: number;
    readonly serverTime: number;
    readonly pops: readonly PopView[];
    /** The person's own state; null for somebody who is no party to the hot line. */
    readonly own: PersonStateView | null;
  }) => void;
  /** A phone of the person rings, or the call changed: found, answered, linked. Replaces the pop with this `callId`. */
  'call.offered': (message: { readonly seq: number; readonly pop: PopView }) => void;
  /** The caller left, a colleague answered, or the talk ended. Close the pop, keep the draft. */
  'call.withdrawn': (message: {
    readonly seq: number;
    readonly callId: string;
    readonly because: 'caller_left' | 'answered_elsewhere' | 'not_answered' | 'ended';
  }) => void;
  /** A row of the call log is there or changed. Patch it by id if it is on the page. */
  'call.logged': (message: { readonly seq: number; readonly row: CallLogRow }) => void;
}
export interface CallRequests {
  /** A gap in `seq` was seen: send `desk.snapshot` again. */
  'desk.refresh': () => void;
  /** The pop became visible or was acted on: kept for the pop's log (C14.8). */
  'call.pop_seen': (seen: { readonly callId: string; readonly offerNo: number; readonly paintedAt: number }) => void;
}

export const callLogFilter = z.object({
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  direction: z.enum(['in', 'out', 'internal']).optional(),
  result: z.enum(['answered', 'missed']).optional(),
  lineId: z.uuid().optional(),
  personId: z.uuid().optional(),
  clientId: z.uuid().optional(),
  /** Digits of the other side's number, any part of it. */
  number: z.string().trim().max(20).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CallLogFilter = z.infer<typeof callLogFilter>;

/** One conversation, its legs inside (`GET /api/calls/:callId`). */
export interface CallLogRow {
  readonly callId: string;
  readonly arrivedAt: string;
  readonly direction: 'in' | 'out' | 'internal';
  /** Null while the call is alive. */
  readonly outcome: Outcome | null;
  readonly lineId: string | null;
  readonly lineName: string | null;
  /** Null: «прихований номер». */
  readonly otherNumber: string | null;
  readonly otherText: string;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly waitSeconds: number;
  readonly talkSeconds: number;
  readonly note: string;
}
export interface CallLegView {
  readonly offerNo: number;
  readonly personId: string;
  readonly personName: string;
  readonly reason: OfferReason;
  readonly result: OfferResult | null;
  readonly startedAt: string;
  readonly ringingAt: string | null;
  readonly endedAt: string | null;
  readonly trace: RouteTrace;
}
export interface CallView extends CallLogRow {
  readonly callerName: string;
  readonly dialled: string;
  readonly legs: readonly CallLegView[];
  /** Everything that happened, in order, for «Чому так?». */
  readonly story: readonly {
    readonly seq: number;
    readonly at: string;
    readonly type: string;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

export const noteSave = z.object({ text: z.string().max(10_000), revision: z.number().int().min(0) });

/** Whose call it is; null: nobody's. */
export const clientLink = z.object({ clientId: z.uuid().nullable(), contactId: z.uuid().nullable().default(null) });
export type ClientLink = z.infer<typeof clientLink>;

/** «Не протоколювати дзвінки з номером менше … символів» and the rest of D-18 that calls heed. */
export const callParameters = z.object({
  /** Null or 0: every call is logged. */
  minLoggedDigits: z.number().int().min(0).max(20).nullable().default(5),
  directRingSeconds: z.number().int().min(5).max(120).default(20),
  directQueueLimitSeconds: z.number().int().min(10).max(3600).default(300),
  directWrapUpSeconds: z.number().int().min(0).max(600).default(30),
  outgoingCallerId: z.string().trim().max(20).default(''),
  timeZone: z.string().default('Europe/Kyiv'),
  /** «Виконувати завантаження даних з сервера телефонії»; off: nothing is loaded. */
  loadFromPbx: z.boolean().default(false),
  /** `https://…`, `file:` or a path, `mysql://…`, `sim:` (D-17). Holds no password. */
  pbxPath: z.string().trim().max(500).default(''),
  pbxTimeZone: z.string().default('Europe/Kyiv'),
  loadEveryMinutes: z.number().int().min(1).max(1440).default(10),
  loadOverlapMinutes: z.number().int().min(0).max(1440).default(60),
  eventsFromCalls: z.boolean().default(true),
  taskOnMissed: z.boolean().default(true),
  missedReplyHours: z.number().int().min(1).max(720).default(24),
  keepRecordings: z.boolean().default(true),
  recordingDays: z.number().int().min(1).max(3650).default(180),
  dueSoonDays: z.number().int().min(0).max(60).default(1),
  clientRequired: z.boolean().default(false),
  offerNewClient: z.boolean().default(true),
});
export type CallParameters = z.infer<typeof callParameters>;

/** «Перевірити» beside the path: whether it can be read, and the first record of it. */
export const pbxPathCheck = z.object({ pbxPath: z.string().trim().min(1).max(500) });
export const pathFindings = [
  'readable',
  'scheme_unknown',
  'holds_password',
  'place_not_allowed',
  'not_there',
  'not_readable',
  'unreachable',
  'refused',
  'empty',
] as const;
export interface PbxPathView {
  readonly finding: (typeof pathFindings)[number];
  /** The first record, or the server's own words; empty when there are none. */
  readonly answer: string;
}

/** What N would have done to the calls of the past seven days. */
export const digitsQuestion = z.object({ minLoggedDigits: z.coerce.number().int().min(0).max(20) });
export interface DigitsPreview {
  readonly calls: number;
  readonly keptOut: number;
  /** Numbers kept out, the most frequent first, ten at most. */
  readonly examples: readonly { readonly number: string; readonly calls: number }[];
}

/*
 * GET  /api/calls?…CallLogFilter → { rows: CallLogRow[], after: string | null }  newest first, keyset paging
 * GET  /api/calls/:callId → CallView
 * PUT  /api/calls/:callId/note  NoteSave → NoteView; refusal note_changed { text, revision } (409)
 * PUT  /api/calls/:callId/client { clientId, contactId? } → 204
 * POST /api/calls/:callId/decline → 204;  POST /api/calls/:callId/hang-up → 204 (own calls only)
 * GET  /api/parameters/calls → CallParameters;  PUT the same; refusals pbx_path_required, pbx_path_secret (pbxPath)
 * GET  /api/parameters/calls/preview?minLoggedDigits= → DigitsPreview;  POST /api/parameters/calls/check-path → PbxPathView
 */
