import { expect, test } from 'vitest';
import { choosePhones } from './choose-phones.ts';
import type { PhoneOwner } from './queries.ts';

const olena: PhoneOwner = { name: 'Олена', extension: '101', sipSecret: '', shown: 'free', usesStatuses: true };
const petro: PhoneOwner = { name: 'Петро', extension: '102', sipSecret: '', shown: 'lunch', usesStatuses: true };
const taras: PhoneOwner = { name: 'Тарас', extension: '103', sipSecret: '', shown: null, usesStatuses: false };

test('whoever the hot line may choose answers', () => {
  expect(choosePhones([olena, petro, taras], null)).toEqual([olena, taras]);
});

test('the one asked for answers, free or not', () => {
  expect(choosePhones([olena, petro, taras], '102')).toEqual([petro]);
});

test('nobody free is told with the mend', () => {
  expect(() => choosePhones([petro], null)).toThrow(/Nobody is free.*--as 102/);
});

test('an extension nobody has is told with those there are', () => {
  expect(() => choosePhones([olena, petro], '777')).toThrow('There are: 101, 102.');
});
