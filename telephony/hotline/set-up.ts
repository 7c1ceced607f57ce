import { commonPool, type Line, type PersonProfile, presenceAtStart, shownAway } from './facts.ts';
import type { RememberedPerson, SetUp } from './input.ts';
import { type Moment, touch } from './moment.ts';
import { retire } from './retire.ts';
import { offerFailed } from './serve-offer.ts';
import { type HotlineState, numberKey, type PersonState, poolOf } from './state.ts';

/** Settings as they are from now on. Calls under way keep the line they came by. */
export function setUp(moment: Moment, input: SetUp) {
  const { state } = moment;
  switch (input.kind) {
    case 'put_line':
      return putLine(state, input.line);
    case 'remove_line':
      return removeLine(state, input.lineId);
    case 'put_person':
      return putPerson(moment, input.profile);
    case 'remove_person':
      return removePerson(moment, input.personId);
    case 'put_statuses':
      state.statuses.clear();
      for (const rule of input.statuses) state.statuses.set(rule.code, rule);
      for (const person of state.people.values()) touch(moment, person);
      return;
    case 'put_parameters':
      state.parameters = input.parameters;
      return;
    case 'restore_person':
      return restorePerson(moment, input.person);
    case 'restored':
      state.isRestored = true;
      return;
    case 'restore_ended_call':
      state.closing.add(input.callId);
      return;
    case 'restore_call':
      state.remembered.set(input.call.callId, input.call);
      return;
  }
}

function putLine(state: HotlineState, line: Line) {
  removeLine(state, line.lineId);
  state.lines.set(line.lineId, line);
  for (const number of line.numbers) state.lineByNumber.set(numberKey(number), line);
}

function removeLine(state: HotlineState, lineId: string) {
  state.lines.delete(lineId);
  for (const [key, line] of state.lineByNumber) if (line.lineId === lineId) state.lineByNumber.delete(key);
}

function putPerson(moment: Moment, profile: PersonProfile) {
  const { state } = moment;
  const known = state.people.get(profile.personId);
  const person = known ?? strangerOf(moment, profile);
  forgetNumbers(state, person);
  const phoneMoved = known !== undefined && known.profile.extension !== profile.extension;
  if (phoneMoved && person.offer && person.offer.answeredLeg === null) {
    offerFailed(moment, person.offer, { result: 'cancelled', cause: 'cancelled' });
  }
  if (phoneMoved) [person.desk, person.browser] = ['unknown', 'unknown'];
  person.profile = profile;
  person.isLeaving = false;
  person.pool.members.delete(person);
  person.pool = poolOf(state, profile.projectId ?? commonPool);
  person.pool.members.add(person);
  state.people.set(profile.personId, person);
  if (profile.extension !== null) state.personByExtension.set(numberKey(profile.extension), person);
  if (profile.directNumber !== null) state.personByDirectNumber.set(numberKey(profile.directNumber), person);
  touch(moment, person);
}

function strangerOf({ state, at }: Moment, profile: PersonProfile): PersonState {
  return {
    profile,
    pool: poolOf(state, profile.projectId ?? commonPool),
    seq: state.retired.get(profile.personId) ?? 0,
    presence: profile.usesStatuses ? shownAway : presenceAtStart,
    nextPresence: null,
    console: 'out',
    graceUntil: null,
    desk: 'unknown',
    browser: 'unknown',
    offer: null,
    live: [],
    isLeaving: false,
    wrapUp: null,
    fault: null,
    faultUntil: null,
    restUntil: null,
    idleSince: at,
    freePlace: null,
    obstacle: null,
    written: null,
  };
}

/** A live call goes on without the account; a ring goes to others. */
function removePerson(moment: Moment, personId: string) {
  const { state } = moment;
  const person = state.people.get(personId);
  if (!person) return;
  if (person.offer?.answeredLeg === null)
    offerFailed(moment, person.offer, { result: 'cancelled', cause: 'cancelled' });
  forgetNumbers(state, person);
  person.profile = { ...person.profile, extension: null, directNumber: null };
  Object.assign(person, {
    isLeaving: true,
    console: 'out',
    presence: shownAway,
    nextPresence: null,
    wrapUp: null,
    fault: null,
  });
  touch(moment, person);
  if (person.live.length === 0) retire(moment, person);
}

function forgetNumbers(state: HotlineState, person: PersonState) {
  const { extension, directNumber } = person.profile;
  if (extension !== null && state.personByExtension.get(numberKey(extension)) === person) {
    state.personByExtension.delete(numberKey(extension));
  }
  if (directNumber !== null && state.personByDirectNumber.get(numberKey(directNumber)) === person) {
    state.personByDirectNumber.delete(numberKey(directNumber));
  }
}

/** As the ledger last saw the person. Their console has to show that it is alive, or the grace ends. */
function restorePerson(moment: Moment, remembered: RememberedPerson) {
  const { state, at } = moment;
  const person = state.people.get(remembered.personId);
  if (!person) {
    state.retired.set(remembered.personId, remembered.lastSeq);
    return;
  }
  person.seq = remembered.lastSeq;
  person.presence = remembered.presence;
  person.nextPresence = remembered.nextPresence;
  person.wrapUp = remembered.wrapUp;
  person.fault = remembered.isNotResponding ? 'not_responding' : null;
  person.idleSince = remembered.idleSince;
  person.console = 'reconnecting';
  person.graceUntil = at + state.parameters.consoleGraceSeconds * 1000;
  const { personId } = person.profile;
  state.deadlines.add({ kind: 'grace', at: person.graceUntil, personId });
  if (person.wrapUp) state.deadlines.add({ kind: 'wrap_up', at: person.wrapUp.until, personId });
  touch(moment, person);
}
