import { expect, test } from 'vitest';
import { iryna, ringing, school } from '../../test/cast.ts';
import { callerName, callerOf } from './caller.ts';

test.each([
  ['nothing is said while the client is looked up', { matches: null, clientId: null }, 'looking'],
  ['no match is an unknown caller', { matches: [], clientId: null }, 'unknown'],
  ['one sure match is known', { matches: [iryna], clientId: null }, 'known'],
  [
    'one match by the tail of the number is only a suggestion',
    { matches: [{ ...iryna, level: 'suffix' }], clientId: null },
    'several',
  ],
  ['several matches are offered', { matches: [iryna, school], clientId: null }, 'several'],
  ['the client linked to the call wins', { matches: [iryna, school], clientId: school.clientId }, 'known'],
] as const)('%s', (_rule, pop, kind) => {
  expect(callerOf(pop).kind).toBe(kind);
});

test('at most five candidates are offered, each has a digit', () => {
  const caller = callerOf({ matches: Array.from({ length: 9 }, () => school), clientId: null });
  expect(caller.kind === 'several' && caller.candidates).toHaveLength(5);
});

test.each([
  ['the person before the company', ringing, 'Ірина Гнатюк'],
  ['the number of an unknown caller', { ...ringing, matches: [] }, '+380 50 123 45 67'],
  ['nothing for a withheld number', { ...ringing, matches: [], callerNumber: null }, null],
])('a call is called by %s', (_rule, pop, name) => {
  expect(callerName(pop)).toBe(name);
});
