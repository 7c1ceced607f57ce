import { expect, test } from 'vitest';
import { HotlineInTest, oksana, statuses, taras } from '../../test/cast/hotline-cast.ts';
import type { StatusRule } from './facts.ts';
import type { Obstacle } from './ledger-entry.ts';
import { deviceOf, directObstacleOf, obstacleOf } from './obstacle.ts';
import { shownStatus } from './shown-status.ts';
import type { PersonState } from './state.ts';

/** Oksana is signed in and «Вільний», her desk phone registered, nothing under way. */
function oksanaWith(change: Partial<PersonState>): PersonState {
  const person = new HotlineInTest([oksana]).state.people.get('oksana');
  if (!person) throw new Error('Oksana is not there');
  return { ...person, ...change };
}
const ruleOf = (code: string): StatusRule | undefined => statuses.find((rule) => rule.code === code);
const talking = [{ callId: 'c1', kind: 'talking', isHeld: false } as const];

test.each<[string, Partial<PersonState>, string, Obstacle | null]>([
  ['free', {}, 'free', null],
  ['in «Робота з клієнтами» (R-132)', {}, 'with_client', 'status_refuses'],
  ['in a status the directory does not know', {}, 'gone', 'status_refuses'],
  ['without a SIP number', { profile: { ...oksana, extension: null } }, 'free', 'no_phone'],
  ['talking', { live: [...talking] }, 'free', 'talking'],
  ['with the client on hold', { live: [{ callId: 'c1', kind: 'talking', isHeld: true }] }, 'free', 'on_hold'],
  ['dialling out', { live: [{ callId: 'c1', kind: 'outbound', isHeld: false }] }, 'free', 'dialled_out'],
  ['talking to a colleague', { live: [{ callId: 'c1', kind: 'internal', isHeld: false }] }, 'free', 'internal_call'],
  ['in wrap-up', { wrapUp: { callId: 'c1', until: 1 } }, 'free', 'wrapping_up'],
  ['after a missed offer', { fault: 'not_responding' }, 'free', 'not_responding'],
  ['with a phone that could not be reached', { fault: 'unreachable' }, 'free', 'phone_unreachable'],
  ['with no phone registered', { desk: 'unreachable', browser: 'unreachable' }, 'free', 'phone_off'],
  ['with a phone nobody has heard of yet', { desk: 'unknown', browser: 'unknown' }, 'free', 'phone_off'],
  ['with a phone busy by itself', { desk: 'in_use' }, 'free', 'device_busy'],
  ['signed out', { console: 'out' }, 'free', 'signed_out'],
  ['with a console that reconnects', { console: 'reconnecting' }, 'free', 'reconnecting'],
  ['with a console lost', { console: 'lost' }, 'free', 'console_lost'],
  ['a moment after declining', { restUntil: 1 }, 'free', 'resting'],
])('a hot-line call finds Oksana %s', (_state, change, status, obstacle) => {
  expect(obstacleOf(oksanaWith(change), ruleOf(status))).toBe(obstacle);
});

test.each<[string, Partial<PersonState>, string, ReturnType<typeof directObstacleOf>]>([
  ['rings in «Перерва»', {}, 'break', null],
  ['rings in wrap-up', { wrapUp: { callId: 'c1', until: 1 } }, 'free', null],
  ['passes on in «Робота з клієнтами»', {}, 'with_client', 'status_waiting'],
  ['does not ring in «Обід»', {}, 'lunch', 'status_refuses'],
  ['does not ring during a talk', { live: [...talking] }, 'free', 'talking'],
])('a direct call %s', (_rule, change, status, obstacle) => {
  expect(directObstacleOf(oksanaWith(change), ruleOf(status))).toBe(obstacle);
});

test('without the tick neither status nor console is asked (R-129)', () => {
  const person = oksanaWith({ profile: { ...taras }, console: 'out' });
  expect(obstacleOf(person, ruleOf('absent'))).toBeNull();
  expect(directObstacleOf(person, ruleOf('absent'))).toBeNull();
});

test.each([
  ['in_use', 'reachable', 'in_use'],
  ['unreachable', 'reachable', 'reachable'],
  ['unknown', 'unreachable', 'unreachable'],
  ['unknown', 'unknown', 'unknown'],
] as const)('a desk phone %s and a browser phone %s are one device %s', (desk, browser, both) => {
  expect(deviceOf({ desk, browser })).toBe(both);
  expect(deviceOf({ desk: browser, browser: desk })).toBe(both);
});

test.each<[string, Partial<PersonState>, string, string | null]>([
  ['a talk', { live: [...talking] }, 'with_client', 'on_call'],
  ['a call to a colleague', { live: [{ callId: 'c1', kind: 'internal', isHeld: false }] }, 'free', null],
  ['wrap-up', { wrapUp: { callId: 'c1', until: 1 } }, 'wrap_up', 'wrap_up'],
  ['a missed offer', { fault: 'not_responding' }, 'absent', 'not_answered'],
  ['a console lost', { console: 'lost' }, 'absent', 'console_lost'],
  ['a console that may come back', { console: 'reconnecting' }, 'free', null],
  ['nothing', {}, 'free', null],
])('during %s the status shown is told apart from the one chosen', (_state, change, shown, shownBecause) => {
  expect(shownStatus(oksanaWith(change), ruleOf('free'))).toMatchObject({ shown, shownBecause, presence: 'free' });
});
