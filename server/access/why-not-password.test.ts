import { expect, test } from 'vitest';
import { whyNotPassword } from './why-not-password.ts';

const policy = { minPasswordLength: 10, refusesCommon: true };
const oksana = { name: 'Оксана Мельник', email: 'oksana.melnyk@firm.test' };

test.each([
  ['a sentence is taken', 'три коти п’ють чай', null],
  ['nine characters are too few', 'aB3$aB3$x', 'password_too_short'],
  ['a keyboard walk is known', 'QwertyUiop', 'password_common'],
  ['a known word stays known with digits behind it', 'Password2026!', 'password_common'],
  ['ten digits in a row', '1234567890', 'password_common'],
  ['letters in a row', 'bcdefghijkl', 'password_common'],
  ['one piece again and again', 'xyxyxyxyxyxy', 'password_common'],
  ['the own e-mail address', 'oksana.melnyk@firm.test', 'password_like_owner'],
  ['the own name with a year', 'Мельник2026', 'password_like_owner'],
  ['a name inside something long', 'oksana-likes-green-tea', null],
])('%s', (_rule, password, obstacle) => {
  expect(whyNotPassword(password, policy, oksana)).toBe(obstacle);
});

test('the list of known ones may be switched off', () => {
  expect(whyNotPassword('qwertyuiop', { ...policy, refusesCommon: false }, oksana)).toBeNull();
});
