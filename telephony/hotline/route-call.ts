import { decideRoute, type RouteFacts, type Wanted } from './decide-route.ts';
import { endCall } from './end-call.ts';
import type { Obstacle } from './ledger-entry.ts';
import { makeOffer } from './make-offer.ts';
import { command, type Moment, ruleOf, write } from './moment.ts';
import { directObstacleOf } from './obstacle.ts';
import { leavePlace, takePlace } from './queue-call.ts';
import type { CallState, HotlineState, PersonState, Pool } from './state.ts';

/** So many people are named in a trace; of a larger pool only the count, so that a decision costs the same everywhere. */
const namedAtMost = 20;

/** Decides for a call that waits, and does it: an offer, the queue, or the end. */
export function routeCall(moment: Moment, call: CallState) {
  const { state } = moment;
  const route = decideRoute(routeFacts(state, call));
  if (route.to === 'nobody') {
    leavePlace(call);
    endCall(moment, call, { outcome: 'queue_full', cause: 'busy', endedBy: 'system' });
    return;
  }
  const person = route.to === 'person' ? state.people.get(route.personId) : undefined;
  if (person && route.to === 'person') {
    leavePlace(call);
    makeOffer(moment, { call, person, reason: route.reason, trace: route.trace });
    return;
  }
  takePlace(moment, call);
  if (!call.hasEnteredQueue) {
    call.hasEnteredQueue = true;
    write(moment, call, { type: 'queue.entered', position: route.trace.waitingAhead + 1, trace: route.trace });
  }
  playMusic(moment, call);
}

function playMusic(moment: Moment, call: CallState) {
  if (call.hears === 'music') return;
  call.hears = 'music';
  command(moment, { kind: 'play_music', channelId: call.callId, musicClass: call.line?.musicClass ?? 'default' });
}

function routeFacts(state: HotlineState, call: CallState): RouteFacts {
  return {
    wanted: state.isConnected ? call.wanted.map((wanted) => wantedFacts(state, call, wanted)) : [],
    pools: call.pools.map((pool) => poolFacts(pool, state.isConnected)),
    waitingAhead: waitingAhead(call),
    maxWaiting: call.line?.maxWaiting ?? Number.POSITIVE_INFINITY,
    isInQueue: call.hasEnteredQueue || call.offers > 0,
  };
}

function wantedFacts(state: HotlineState, call: CallState, { personId, as }: CallState['wanted'][number]): Wanted {
  const person = state.people.get(personId);
  if (!person) return { personId, as, obstacle: 'no_phone' };
  if (as === 'dialled') return { personId, as, obstacle: directObstacle(state, person) };
  const serves = call.pools.includes(person.pool);
  return { personId, as, obstacle: serves ? person.obstacle : 'other_project' };
}

function directObstacle(state: HotlineState, person: PersonState): Obstacle | null {
  const obstacle = directObstacleOf(person, ruleOf(state, person));
  return obstacle === 'status_waiting' ? 'status_refuses' : obstacle;
}

function poolFacts(pool: Pool, isConnected: boolean): RouteFacts['pools'][number] {
  const named = pool.members.size <= namedAtMost;
  return {
    key: pool.key,
    longestIdle: isConnected ? (pool.free.first?.profile.personId ?? null) : null,
    freePeople: isConnected ? pool.free.size : 0,
    people: named ? [...pool.members].map((p) => ({ personId: p.profile.personId, obstacle: p.obstacle })) : null,
  };
}

/** Callers of the own pool ahead of this one, itself not counted. */
function waitingAhead(call: CallState): number {
  const [own] = call.pools;
  if (!own) return 0;
  return own.waiting.size - (call.places.length > 0 ? 1 : 0);
}
