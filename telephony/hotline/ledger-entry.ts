import type { EndCause } from '../pbx.ts';

/**
 * Everything the hot line ever writes: one stream per call, one per person. Within a stream `seq` counts 1, 2, 3…
 * without a gap, so (stream, seq) makes writing the same entry twice harmless. Names follow C9.
 */
export type LedgerEntry = CallEntry | PersonEntry;

export type CallEntry = {
  readonly stream: 'call';
  readonly callId: string;
  readonly seq: number;
  readonly at: number;
} & CallFact;
export type PersonEntry = {
  readonly stream: 'person';
  readonly personId: string;
  readonly seq: number;
  readonly at: number;
} & PersonFact;

export type Direction = 'in' | 'out' | 'internal';

/** `cancelled`: answered on another call, the caller left, or a colleague answered: never anybody's fault. */
export type OfferResult = 'answered' | 'declined' | 'missed' | 'busy' | 'unreachable' | 'cancelled';

/** Exactly one per call (C7). The last four belong to calls that people dialled. */
export type Outcome =
  | 'answered'
  | 'abandoned'
  /** The caller left while a phone was ringing: kept apart, the person may be at fault. */
  | 'abandoned_ringing'
  | 'queue_timeout'
  | 'queue_full'
  | 'unknown_number'
  /** Ended while we were not connected; how is not known. */
  | 'lost_in_gap'
  | 'no_answer'
  | 'busy'
  | 'declined'
  | 'unreachable';

/** Why this person: the client's manager, the last who talked, the longest idle, or the one that was dialled. */
export type OfferReason = 'manager' | 'last_talked' | 'longest_idle' | 'dialled';

/** What keeps a person from a hot-line call. The first that holds, in this order. */
export type Obstacle =
  | 'no_phone'
  | 'talking'
  | 'on_hold'
  | 'dialled_out'
  | 'internal_call'
  | 'ringing'
  | 'wrapping_up'
  | 'not_responding'
  | 'phone_unreachable'
  | 'phone_off'
  | 'device_busy'
  | 'signed_out'
  | 'console_lost'
  | 'reconnecting'
  | 'status_refuses'
  | 'resting';

/** How a route was found: who was wanted first and what kept them out, then the pool by obstacle. */
export interface RouteTrace {
  readonly pools: readonly string[];
  readonly wanted: readonly {
    readonly personId: string;
    readonly as: OfferReason;
    readonly obstacle: Obstacle | 'other_project' | null;
  }[];
  /** By name while the pool is small (20), so that a cost never grows with the firm; null beyond. */
  readonly people: readonly { readonly personId: string; readonly obstacle: Obstacle | null }[] | null;
  readonly freePeople: number;
  readonly waitingAhead: number;
}

export type CallFact =
  | {
      readonly type: 'call.arrived';
      readonly direction: Direction;
      readonly lineId: string | null;
      /** As received; empty: withheld. */
      readonly callerNumber: string;
      readonly callerName: string;
      readonly dialled: string;
      /** The person who dialled. */
      readonly fromPersonId: string | null;
      /** The person who was dialled. */
      readonly toPersonId: string | null;
      readonly arrivedAt: number;
    }
  | { readonly type: 'queue.entered'; readonly position: number; readonly trace: RouteTrace }
  | {
      readonly type: 'queue.offer_made';
      readonly offerNo: number;
      readonly personId: string;
      readonly reason: OfferReason;
      readonly waitedMs: number;
      readonly ringSeconds: number;
      readonly trace: RouteTrace;
    }
  | { readonly type: 'queue.offer_ringing'; readonly offerNo: number; readonly personId: string }
  | {
      readonly type: 'queue.offer_result';
      readonly offerNo: number;
      readonly personId: string;
      readonly result: OfferResult;
      readonly cause: EndCause | null;
    }
  /** The call was meant for one person and passes to others: the child event of transfer. */
  | {
      readonly type: 'call.passed_on';
      readonly fromPersonId: string;
      readonly because: Obstacle | OfferResult | 'status_waiting';
    }
  | {
      readonly type: 'call.bridged';
      readonly personId: string | null;
      readonly offerNo: number | null;
      readonly waitedMs: number;
    }
  | { readonly type: 'call.held'; readonly personId: string }
  | { readonly type: 'call.resumed'; readonly personId: string }
  | {
      readonly type: 'call.ended';
      readonly outcome: Outcome;
      readonly cause: EndCause | null;
      readonly endedBy: 'caller' | 'person' | 'far_end' | 'system';
      /** From arrival to the bridge, or to the end when never bridged. */
      readonly waitMs: number;
      readonly talkMs: number;
    };

/** The intervals of a person's time: each is closed by the next, so they fill it exactly (C1, C8). */
export type PersonFact = { readonly type: 'agent.state' } & PersonShown & {
    /** Who caused the change: the person, a supervisor, their phone, or the hot line itself. */
    readonly source: 'self' | 'supervisor' | 'phone' | 'system';
    readonly byPersonId: string | null;
    /** What the person said when asked why. */
    readonly note: string | null;
  };

/** What is shown of a person, and all it is computed from. */
export interface PersonShown {
  /** Code of the status directory. */
  readonly shown: string;
  /** Why `shown` differs from the chosen status; null when it does not. */
  readonly shownBecause: 'on_call' | 'wrap_up' | 'not_answered' | 'console_lost' | 'signed_out' | null;
  readonly presence: string;
  readonly nextPresence: string | null;
  readonly work: Work;
  readonly device: 'reachable' | 'in_use' | 'unreachable' | 'unknown';
  /** What keeps hot-line calls away; null: routable. */
  readonly obstacle: Obstacle | null;
  readonly callId: string | null;
  /** When wrap-up, rest or grace ends by itself. */
  readonly until: number | null;
}

export type Work =
  | 'idle'
  | 'offered'
  | 'ringing'
  | 'talking'
  | 'hold'
  | 'wrap_up'
  | 'outbound'
  | 'internal'
  | 'not_responding'
  | 'unreachable';
