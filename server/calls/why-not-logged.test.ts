import { expect, test } from 'vitest';
import { whyNotLogged } from './why-not-logged.ts';

test.each<[string, string | null, number | null, ReturnType<typeof whyNotLogged>]>([
  ['an extension is left out', '102', 5, 'number_too_short'],
  ['a short service is left out', '101', 5, 'number_too_short'],
  ['exactly N is kept', '12345', 5, null],
  ['one less than N is left out', '1234', 5, 'number_too_short'],
  ['only digits count', '12-34', 5, 'number_too_short'],
  ['an outside number is kept', '+380501234567', 5, null],
  ['a withheld number is kept', null, 5, null],
  ['so is an empty one', '', 5, null],
  ['so is a name in place of a number', 'Мама', 5, null],
  ['N empty logs everything', '1', null, null],
  ['N of 0 logs everything', '1', 0, null],
  ['a large N leaves out whole numbers', '+380501234567', 13, 'number_too_short'],
])('%s', (_rule, number, minDigits, reason) => {
  expect(whyNotLogged(number, minDigits)).toBe(reason);
});
