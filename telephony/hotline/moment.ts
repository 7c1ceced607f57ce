import type { PbxCommand } from '../pbx.ts';
import type { Effect } from './effect.ts';
import type { StatusRule } from './facts.ts';
import type { CallFact, PersonFact } from './ledger-entry.ts';
import { obstacleOf } from './obstacle.ts';
import { isSameShown, shownStatus } from './shown-status.ts';
import type { CallState, HotlineState, PersonState, Pool } from './state.ts';

/** One step while it is being taken: the state, the clock's reading, what it has led to so far. */
export interface Moment {
  readonly state: HotlineState;
  readonly at: number;
  readonly effects: Effect[];
  /** People whose facts changed, with who caused it: settled at the end of the step. */
  readonly touched: Map<PersonState, Cause>;
  /** Pools in which a free person and a waiting caller may meet now. */
  readonly stirred: Set<Pool>;
  /** Calls for which nothing has been decided yet: an offer, the queue, or the end. */
  readonly unrouted: Set<CallState>;
}

/** Who caused a change of a person's state, for the status log. */
export type Cause = Pick<PersonFact, 'source' | 'byPersonId' | 'note'>;

export const bySystem: Cause = { source: 'system', byPersonId: null, note: null };
export const byPhone: Cause = { source: 'phone', byPersonId: null, note: null };

export function command({ effects }: Moment, pbxCommand: PbxCommand) {
  effects.push({ kind: 'pbx', command: pbxCommand });
}

export function write({ effects, at }: Moment, call: CallState, fact: CallFact) {
  call.seq += 1;
  effects.push({ kind: 'ledger', entry: { stream: 'call', callId: call.callId, seq: call.seq, at, ...fact } });
}

/** The person's facts changed. A cause that names somebody is never replaced by one that does not. */
export function touch(moment: Moment, person: PersonState, cause: Cause = bySystem) {
  const known = moment.touched.get(person);
  if (!known || cause.source !== 'system') moment.touched.set(person, cause);
  place(moment, person);
}

export function ruleOf(state: HotlineState, person: PersonState): StatusRule | undefined {
  return state.statuses.get(person.presence);
}

/** Puts the person among the free of their pool, or takes them out, as their facts are now. */
function place({ state, stirred }: Moment, person: PersonState) {
  person.obstacle = obstacleOf(person, ruleOf(state, person));
  const isFree = person.obstacle === null && state.people.get(person.profile.personId) === person;
  if (
    person.freePlace &&
    (!isFree || person.freePlace.rank !== person.idleSince || person.freePlace.list !== person.pool.free)
  ) {
    person.freePlace.list?.remove(person.freePlace);
    person.freePlace = null;
  }
  if (!isFree || person.freePlace) return;
  person.freePlace = person.pool.free.insert(person, person.idleSince);
  stirred.add(person.pool);
}

/** Writes down what is new of each person touched. What came and went within one step was never there. */
export function writePeople({ state, at, effects, touched }: Moment) {
  if (!state.isRestored) return;
  for (const [person, cause] of touched) {
    if (state.people.get(person.profile.personId) !== person) continue;
    const shown = shownStatus(person, ruleOf(state, person));
    if (isSameShown(person.written, shown)) continue;
    person.written = shown;
    person.seq += 1;
    const { personId } = person.profile;
    effects.push({
      kind: 'ledger',
      entry: { stream: 'person', personId, seq: person.seq, at, type: 'agent.state', ...shown, ...cause },
    });
  }
  touched.clear();
}
