import { z } from 'zod';
import type { PersonStateView } from '../presence/contract.ts';

/** Lines and the supervisor's board (C10). */
export const lineDraft = z.object({
  name: z.string().trim().min(1).max(80),
  numbers: z
    .array(
      z
        .string()
        .trim()
        .regex(/^\+?[0-9*#]{2,20}$/),
    )
    .min(1)
    .max(20),
  projectId: z.uuid().nullable().default(null),
  ringSeconds: z.number().int().min(5).max(120).default(20),
  queueLimitSeconds: z.number().int().min(10).max(3600).default(300),
  maxWaiting: z.number().int().min(0).max(1000).default(50),
  musicClass: z
    .string()
    .trim()
    .regex(/^[a-z0-9_-]{1,40}$/)
    .default('default'),
  reserveAfterSeconds: z.number().int().min(0).max(600).nullable().default(30),
  prefersManager: z.boolean().default(true),
  prefersLastTalked: z.boolean().default(true),
  wrapUpSeconds: z.number().int().min(0).max(600).default(30),
  priority: z.number().int().min(-10).max(10).default(0),
  /** Service level: answered within so many seconds of entering the queue (C6). */
  targetSeconds: z.number().int().min(1).max(600).default(20),
  /** Hung up sooner than this: a short abandon, kept out of the service level (C7). */
  shortAbandonSeconds: z.number().int().min(0).max(60).default(5),
  /** With fewer left free nobody leaves «Вільний» by hand (D-03). 0: no minimum. */
  minFreePeople: z.number().int().min(0).max(1000).default(0),
  isActive: z.boolean().default(true),
});
export type LineDraft = z.infer<typeof lineDraft>;
export type LineView = LineDraft & {
  readonly lineId: string;
  readonly projectName: string | null;
  readonly peopleCount: number;
};

/** Today is since local midnight. A figure that cannot be computed is null and shows as a dash, never as 0 or 100 %. */
export interface LineBoardView {
  readonly lineId: string;
  readonly name: string;
  readonly numbers: readonly string[];
  readonly waiting: number;
  /** When the longest waiting caller arrived. */
  readonly longestSince: number | null;
  readonly offered: number;
  readonly answered: number;
  readonly missed: number;
  /** answered in time / (offered − short abandons), with both sets, so that the figure explains itself (C6). */
  readonly serviceLevel: {
    readonly inTime: number;
    readonly of: number;
    readonly percent: number | null;
    readonly targetSeconds: number;
  };
}
export interface WaitingCallView {
  readonly callId: string;
  readonly lineId: string | null;
  readonly callerText: string;
  readonly since: number;
  readonly position: number;
  /** Who is being rung for it now. */
  readonly ringingPersonId: string | null;
}
export interface BoardSnapshot {
  readonly seq: number;
  /** Server's clock at the moment of the snapshot; the console shows the age of the data from it. */
  readonly at: number;
  /** False: no connection to the PBX since `pbxSince`; figures stand still. */
  readonly isPbxConnected: boolean;
  readonly pbxSince: number;
  readonly lines: readonly LineBoardView[];
  readonly people: readonly PersonStateView[];
  readonly queue: readonly WaitingCallView[];
}
/** Only what changed: rows by id; the queue whole when it changed. */
export interface BoardChange {
  readonly seq: number;
  readonly at: number;
  readonly isPbxConnected: boolean;
  readonly pbxSince: number;
  readonly lines: readonly LineBoardView[];
  readonly people: readonly PersonStateView[];
  readonly removedPeople: readonly string[];
  readonly removedLines: readonly string[];
  readonly queue: readonly WaitingCallView[] | null;
}
export interface BoardMessages {
  /** At most 4 a second; an empty one every 2 s says that nothing changed. A gap in `seq`: ask for the snapshot again. */
  'board.changed': (message: BoardChange) => void;
}
export interface BoardRequests {
  /** Joins the board's room; answers with the snapshot to which changes apply, or null without the right. */
  'board.join': (answer: (snapshot: BoardSnapshot | null) => void) => void;
  'board.leave': () => void;
}

/*
 * GET /api/hotline/lines → { rows: LineView[] };  POST, PUT /:lineId, DELETE /:lineId
 *   refusals: line_number_taken { by } (field numbers), name_taken, in_use
 */
