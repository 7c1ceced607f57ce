import { bySystem, type Cause, type Moment, touch } from './moment.ts';
import type { PersonState } from './state.ts';

/** Time for the work after a call (C2). It ends by its deadline, by the person, or by a next call. */
export function startWrapUp(
  moment: Moment,
  person: PersonState,
  { callId, seconds }: { callId: string; seconds: number },
) {
  const until = moment.at + seconds * 1000;
  person.wrapUp = { callId, until };
  moment.state.deadlines.add({ kind: 'wrap_up', at: until, personId: person.profile.personId });
}

/** The status chosen during the call holds from now on: one value, applied once (C1). */
export function finishWrapUp(moment: Moment, person: PersonState, cause: Cause = bySystem) {
  person.wrapUp = null;
  person.idleSince = moment.at;
  if (person.nextPresence !== null && person.live.length === 0) {
    person.presence = person.nextPresence;
    person.nextPresence = null;
  }
  touch(moment, person, cause);
}
