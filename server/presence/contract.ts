import { z } from 'zod';
import type { Obstacle, PersonShown } from '../../telephony/index.ts';

/** A person's state as everyone may see it; times are epoch milliseconds of the server's clock. */
export interface PersonStateView extends PersonShown {
  readonly personId: string;
  readonly name: string;
  readonly extension: string | null;
  readonly projectId: string | null;
  readonly usesStatuses: boolean;
  /** Since when `shown` and `work` are what they are. */
  readonly since: number;
  /** Who is on the other side of the current call, when the viewer may know. */
  readonly withWhom: string | null;
  readonly callsToday: number;
}
export type { Obstacle };

export const presenceChoice = z.object({
  status: z.string().max(32),
  note: z.string().trim().max(200).nullable().default(null),
});
export type PresenceChoice = z.infer<typeof presenceChoice>;

/** Why somebody may not leave «Вільний» by themselves (D-03). */
export interface FewFree {
  readonly line: string;
  readonly minimum: number;
  /** Names of those of the line who are away from it by their own choice, for people to agree among themselves. */
  readonly onBreak: readonly string[];
}

export interface PresenceMessages {
  /** The person's own state changed. To their own consoles only. */
  'presence.changed': (message: { readonly seq: number; readonly state: PersonStateView }) => void;
}

/*
 * POST   /api/presence/me            PresenceChoice → 204; refusals: unknown_status, status_not_by_hand, reason_required (field note),
 *                                    too_few_free { line, minimum, onBreak }
 * POST   /api/presence/:personId     the same for another, deed presence.set_others
 * DELETE /api/presence/me/next       forget the status chosen for after the call → 204
 * POST   /api/presence/me/wrap-up/end  → 204
 * POST   /api/presence/me/return     «Я на місці» after a missed call → 204
 * GET    /api/presence/:personId/log?day=2026-11-24 → { rows: StatusLogRow[] }
 */
export interface StatusLogRow {
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly shown: string;
  readonly shownBecause: string | null;
  readonly work: string;
  readonly obstacle: string | null;
  readonly source: string;
  readonly byName: string | null;
  readonly note: string | null;
  readonly callId: string | null;
}
