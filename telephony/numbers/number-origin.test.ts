import { expect, test } from 'vitest';
import { numberOrigin } from './number-origin.ts';

test.each([
  ['0441234567', 'Київ', 'Kyiv'],
  ['0322345678', 'Львівська область', 'Lviv oblast'],
  ['0671234567', 'мобільний, Київстар', 'mobile, Kyivstar'],
  ['0501234567', 'мобільний, Vodafone', 'mobile, Vodafone'],
  ['0800123456', 'Україна', 'Ukraine'],
  ['+48221234567', 'Польща', 'Poland'],
  ['101', null, null],
  ['Мама', null, null],
])('%s is from %s', (number, uk, en) => {
  expect([numberOrigin(number, 'uk'), numberOrigin(number, 'en')]).toEqual([uk, en]);
});
