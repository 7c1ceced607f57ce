import { type Moment, touch, writePeople } from './moment.ts';
import type { PersonState } from './state.ts';

/** Says the last word about a person whose account is closed, and lets them go. Their ledger goes on when they come back. */
export function retire(moment: Moment, person: PersonState) {
  const { state } = moment;
  const { personId } = person.profile;
  touch(moment, person);
  writePeople(moment);
  state.retired.set(personId, person.seq);
  person.pool.members.delete(person);
  state.people.delete(personId);
  touch(moment, person);
}
