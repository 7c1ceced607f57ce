/** What people set up and the hot line must know: lines, people, statuses, parameters. Plain values, replaced whole. */

/** People with the same project serve its lines; `common` are the people without one (D-11). */
export type PoolKey = string;
export const commonPool: PoolKey = 'common';

export interface Line {
  readonly lineId: string;
  readonly name: string;
  /** Every number that leads to this line. */
  readonly numbers: readonly string[];
  readonly projectId: string | null;
  readonly ringSeconds: number;
  /** How long a caller may wait before the call counts as missed. */
  readonly queueLimitSeconds: number;
  /** More callers than this are refused as `queue_full`. */
  readonly maxWaiting: number;
  readonly musicClass: string;
  /** After so many seconds the common pool serves this line too; null: never. Means nothing on a line without a project. */
  readonly reserveAfterSeconds: number | null;
  /** Offer to the client's responsible manager first, if a candidate (D-13). */
  readonly prefersManager: boolean;
  /** Then to whoever talked with this number within 7 days (D-13). */
  readonly prefersLastTalked: boolean;
  /** 0: no wrap-up. */
  readonly wrapUpSeconds: number;
  /** One point is one minute of waiting (C4). */
  readonly priority: number;
}

export interface PersonProfile {
  readonly personId: string;
  readonly name: string;
  /** SIP number; null: the person has no phone and is never rung. */
  readonly extension: string | null;
  /** An outside number that leads to this person alone. */
  readonly directNumber: string | null;
  /** «Проєкт для телефонії»; null: the common pool. */
  readonly projectId: string | null;
  /** «Використовувати статуси для телефонії»; false: the device alone decides. */
  readonly usesStatuses: boolean;
  /** «Автоматично запускати Телефон»: signing in sets the status `free` (D-13). */
  readonly startsFree: boolean;
}

/** What a status of the directory means for calls (D-03). */
export interface StatusRule {
  readonly code: string;
  readonly acceptsHotline: boolean;
  /** `waiting`: a direct call passes on to somebody free. */
  readonly acceptsDirect: 'yes' | 'waiting' | 'no';
}

export interface HotlineParameters {
  /** For calls that came to a person directly and have no line of their own. */
  readonly directRingSeconds: number;
  readonly directQueueLimitSeconds: number;
  readonly directWrapUpSeconds: number;
  readonly outgoingRingSeconds: number;
  /** Caller id of calls people dial to the outside. */
  readonly outgoingCallerId: string;
  /** No sign of life from a console for so long: not routable until it returns (C1). */
  readonly consoleGraceSeconds: number;
  /** How long routing waits for the client to be found, on lines that prefer somebody. */
  readonly lookupLimitMs: number;
  /** After declining or a busy phone the person is left alone for so long. */
  readonly restSeconds: number;
  /** A phone that could not be reached is tried again after so long, or 5 s after it registers (C1). */
  readonly unreachableRetrySeconds: number;
}

export const defaultParameters: HotlineParameters = {
  directRingSeconds: 20,
  directQueueLimitSeconds: 300,
  directWrapUpSeconds: 30,
  outgoingRingSeconds: 60,
  outgoingCallerId: '',
  consoleGraceSeconds: 60,
  lookupLimitMs: 20,
  restSeconds: 5,
  unreachableRetrySeconds: 30,
};

/** The two codes of the status directory that the hot line itself shows (R-083, D-03). */
export const shownWhileTalking = 'with_client';
export const shownInWrapUp = 'wrap_up';
export const shownAway = 'absent';
/** What signing in sets for people whose Phone starts by itself (D-03, D-13). */
export const presenceAtStart = 'free';
