import { expect, test } from 'vitest';
import { choosePhones } from './choose-phones.ts';
import type { PhoneOwner } from './queries.ts';

const olena: PhoneOwner = { name: 'Олена', extension: '101', sipSecret: '', shown: 'free', usesStatuses: true };
const petro: PhoneOwner = { name: 'Петро', extension: '102', sipSecret: '', shown: 'lunch', usesStatuses: true };
const iryna: PhoneOwner = { name: 'Ірина', extension: '104', sipSecret: '', shown: 'absent', usesStatuses: true };
const taras: PhoneOwner = { name: 'Тарас', extension: '103', sipSecret: '', shown: null, usesStatuses: false };

test('whoever is at work answers', () => {
  expect(choosePhones([olena, petro, taras, iryna], null)).toEqual([olena, petro, taras]);
});

test('the one asked for answers, free or not', () => {
  expect(choosePhones([olena, petro, taras], '102')).toEqual([petro]);
});

test('nobody at work is told with the mend', () => {
  expect(() => choosePhones([iryna], null)).toThrow(/Nobody is at work.*Sign in/);
});

test('an extension nobody has is told with those there are', () => {
  expect(() => choosePhones([olena, petro], '777')).toThrow('There are: 101, 102.');
});
