import { expect, test } from 'vitest';
import { formatPhoneNumber } from './format-phone-number.ts';

test.each([
  ['+380501234567', '+380 50 123 45 67'],
  ['0441234567', '+380 44 123 45 67'],
  ['+380441234567;ext=12', '+380 44 123 45 67 доб. 12'],
  ['0800123456', '+380 800 123 456'],
  ['+48221234567', '+48 22 123 45 67'],
  ['5000', '5000'],
  ['Мама', 'Мама'],
])('%s reads %s', (number, text) => {
  expect(formatPhoneNumber(number)).toBe(text);
});
