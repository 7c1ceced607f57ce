import type { EndCause } from '../pbx.ts';
import type { Habits } from './cast.ts';
import type { Random } from './random.ts';

/** What a ringing phone, or the far end of a call we dial, is going to do. */
export type RingPlan =
  | { readonly does: 'answers'; readonly alertsAfterMs: number; readonly afterMs: number }
  | { readonly does: 'rings_out'; readonly alertsAfterMs: number }
  | {
      readonly does: 'refuses';
      readonly alertsAfterMs: number | null;
      readonly afterMs: number;
      readonly cause: EndCause;
    };

/** A desk phone alerts after some 50 ms, a browser that sleeps after seconds. */
export function drawRing(habits: Habits, random: Random): RingPlan {
  const alertsAfterMs = random.chance(0.05) ? random.between(500, 4_000) : random.between(10, 150);
  const afterMs = alertsAfterMs + random.between(0, habits.answersWithinMs);
  if (random.chance(0.01))
    return { does: 'refuses', alertsAfterMs: null, afterMs: random.between(5, 6_000), cause: 'unreachable' };
  if (random.chance(0.01))
    return { does: 'refuses', alertsAfterMs: null, afterMs: random.between(5, 60), cause: 'busy' };
  if (random.chance(0.005))
    return { does: 'refuses', alertsAfterMs: null, afterMs: random.between(5, 60), cause: 'failed' };
  if (random.chance(habits.declinesShare)) return { does: 'refuses', alertsAfterMs, afterMs, cause: 'declined' };
  if (random.chance(habits.missesShare)) return { does: 'rings_out', alertsAfterMs };
  return { does: 'answers', alertsAfterMs, afterMs };
}

/** A number outside: mostly answers within half a minute. */
export function drawFarEnd(random: Random): RingPlan {
  const alertsAfterMs = random.between(200, 3_000);
  const afterMs = alertsAfterMs + random.between(0, 25_000);
  if (random.chance(0.6)) return { does: 'answers', alertsAfterMs, afterMs };
  if (random.chance(0.4)) return { does: 'rings_out', alertsAfterMs };
  const cause = random.pick<EndCause>(['busy', 'declined', 'unreachable', 'no_such_number', 'failed']);
  return { does: 'refuses', alertsAfterMs: random.chance(0.5) ? alertsAfterMs : null, afterMs, cause };
}

/** What happens while two channels are being joined: mostly nothing, now and then somebody leaves in the middle of it. */
export interface ConnectPlan {
  readonly takesMs: number;
  readonly isRefused: boolean;
  readonly leaves: { readonly who: 'caller' | 'leg'; readonly afterMs: number } | null;
}

export function drawConnect(random: Random): ConnectPlan {
  const takesMs = random.between(1, 12);
  const isRaced = random.chance(0.04);
  return {
    takesMs,
    isRefused: random.chance(0.004),
    leaves: isRaced ? { who: random.pick(['caller', 'leg']), afterMs: random.between(0, 2 * takesMs) } : null,
  };
}

export interface TalkPlan {
  readonly talkMs: number;
  readonly endedBy: 'caller' | 'leg';
  readonly hold: { readonly afterMs: number; readonly forMs: number } | null;
}

export function drawTalk(random: Random): TalkPlan {
  const talkMs = random.chance(0.05) ? random.between(0, 500) : random.around(40_000);
  const hold = random.chance(0.1) ? { afterMs: random.between(1, talkMs), forMs: random.between(100, 30_000) } : null;
  return { talkMs, endedBy: random.chance(0.5) ? 'caller' : 'leg', hold };
}
