import type { DeviceState } from '../pbx.ts';
import type { StatusRule } from './facts.ts';
import type { Obstacle, Work } from './ledger-entry.ts';
import type { PersonState } from './state.ts';
import { workOf } from './work-of.ts';

/** Both phones of a person as one: a call on either keeps both busy, one that answers is enough. */
export function deviceOf({ desk, browser }: Pick<PersonState, 'desk' | 'browser'>): DeviceState {
  if (desk === 'in_use' || browser === 'in_use') return 'in_use';
  if (desk === 'reachable' || browser === 'reachable') return 'reachable';
  return desk === 'unreachable' || browser === 'unreachable' ? 'unreachable' : 'unknown';
}

const obstacleOfWork: Record<Work, Obstacle | null> = {
  idle: null,
  offered: 'ringing',
  ringing: 'ringing',
  talking: 'talking',
  hold: 'on_hold',
  wrap_up: 'wrapping_up',
  outbound: 'dialled_out',
  internal: 'internal_call',
  not_responding: 'not_responding',
  unreachable: 'phone_unreachable',
};

const obstacleOfDevice: Record<DeviceState, Obstacle | null> = {
  reachable: null,
  in_use: 'device_busy',
  unreachable: 'phone_off',
  unknown: 'phone_off',
};

const obstacleOfConsole: Record<PersonState['console'], Obstacle | null> = {
  online: null,
  reconnecting: 'reconnecting',
  lost: 'console_lost',
  out: 'signed_out',
};

/**
 * What keeps a hot-line call from a person, or null when they are free for one (R-129, R-132, C1).
 * Without «Використовувати статуси» the device alone decides: neither status nor console is asked.
 *
 * @param rule what the chosen status means; undefined when the directory does not know it: then it refuses
 */
export function obstacleOf(person: PersonState, rule: StatusRule | undefined): Obstacle | null {
  const { profile } = person;
  if (profile.extension === null) return 'no_phone';
  const own = obstacleOfWork[workOf(person)] ?? obstacleOfDevice[deviceOf(person)];
  if (own) return own;
  if (profile.usesStatuses) {
    const away = obstacleOfConsole[person.console];
    if (away) return away;
    if (!rule?.acceptsHotline) return 'status_refuses';
  }
  return person.restUntil === null ? null : 'resting';
}

/**
 * What keeps a call for this very person from ringing them; null: it rings. `status_waiting`: the call passes on to
 * somebody free. Wrap-up and a missed call before do not keep direct calls away (D-03).
 */
export function directObstacleOf(
  person: PersonState,
  rule: StatusRule | undefined,
): Obstacle | 'status_waiting' | null {
  if (person.profile.extension === null) return 'no_phone';
  const work = workOf(person);
  const ownWork =
    work === 'wrap_up' || work === 'not_responding' || work === 'unreachable' ? null : obstacleOfWork[work];
  const own = ownWork ?? obstacleOfDevice[deviceOf(person)];
  if (own) return own;
  if (!person.profile.usesStatuses) return null;
  if (rule?.acceptsDirect === 'waiting') return 'status_waiting';
  return rule?.acceptsDirect === 'yes' ? null : 'status_refuses';
}
