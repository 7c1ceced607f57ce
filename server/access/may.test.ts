import { expect, test } from 'vitest';
import { type Deed, deeds, type RoleCode, roleCodes } from './contract.ts';
import { deedsOf, may, requireDeed } from './may.ts';

const somebody = (role: RoleCode) => ({ deeds: deedsOf(role) });

test.each<[string, RoleCode, Deed, boolean]>([
  ['an agent works at the desk', 'agent', 'desk.use', true],
  ['an agent sees no calls of others', 'agent', 'calls.view_all', false],
  ['an agent changes only the own status', 'agent', 'presence.set_others', false],
  ['a supervisor changes the status of others', 'supervisor', 'presence.set_others', true],
  ['a supervisor makes no accounts', 'supervisor', 'people.edit', false],
  ['a head reads everything about calls', 'head', 'calls.view_all', true],
  ['a head changes no status of others', 'head', 'presence.set_others', false],
  ['an implementer makes accounts', 'implementer', 'people.edit', true],
  ['an implementer hears nobody', 'implementer', 'calls.view_all', false],
  ['a viewer edits no client', 'viewer', 'clients.edit', false],
])('%s', (_rule, role, deed, expected) => {
  expect(may(somebody(role), deed)).toBe(expected);
});

test('an administrator may do everything there is', () => {
  expect(deedsOf('administrator')).toEqual(deeds);
});

test.each(roleCodes)('%s has no deed twice and none that does not exist', (role) => {
  const list = deedsOf(role);
  expect(new Set(list).size).toBe(list.length);
  expect(list.every((deed) => deeds.includes(deed))).toBe(true);
});

test('a refused deed is named', () => {
  expect(() => requireDeed(somebody('agent'), 'people.edit')).toThrow('not_permitted {"deed":"people.edit"}');
});
