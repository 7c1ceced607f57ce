import type { EndCause } from '../pbx.ts';

/** What ChannelDestroyed says of a leg's end. */
export interface LegEnd {
  /** Q.850. */
  readonly cause: number;
  /** The SIP status, where the release of Asterisk tells it. */
  readonly techCause?: number | undefined;
  /** Up: it had been answered. Ringing: it had been alerting. Down: the phone was never heard of. */
  readonly state: string;
}

/** By Q.850 cause, for a leg that was never answered. Asterisk's own `dialstatus` is too coarse: a decline is NOANSWER there. */
const unanswered: Readonly<Record<number, EndCause>> = {
  1: 'no_such_number', // 404
  3: 'unreachable', // no route
  16: 'cancelled', // we took the offer back
  17: 'busy', // 486, 600
  18: 'unreachable', // 408: nothing answers at the phone's address
  19: 'no_answer', // 480, or the time to ring is over
  20: 'unreachable', // not registered
  21: 'declined', // 603, 403
  22: 'no_such_number',
  26: 'answered_elsewhere',
  27: 'unreachable',
  28: 'no_such_number',
};

/** By SIP status, where the cause says nothing. */
const byStatus: Readonly<Record<number, EndCause>> = {
  404: 'no_such_number',
  408: 'unreachable',
  480: 'no_answer',
  486: 'busy',
  487: 'cancelled',
  600: 'busy',
  603: 'declined',
  604: 'no_such_number',
};

/** Anything in neither table is nobody's doing: no codec (58), congestion (34), a broken network (38), redirected (23). */
export function endCause({ cause, techCause, state }: LegEnd): EndCause {
  if (state === 'Up') return cause === 26 ? 'answered_elsewhere' : 'hung_up';
  // The time to ring is over, but the phone never said that it rings: it is not there.
  if (cause === 19 && state === 'Down') return 'unreachable';
  return unanswered[cause] ?? byStatus[techCause ?? 0] ?? 'failed';
}
