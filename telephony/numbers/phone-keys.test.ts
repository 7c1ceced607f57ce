import { expect, test } from 'vitest';
import { phoneKeys } from './phone-keys.ts';

test.each([
  ['050 123-45-67', { e164: '+380501234567', extension: null, national9: '501234567', last7: '1234567' }],
  ['+380 44 123 45 67 доб. 12', { e164: '+380441234567', extension: '12', national9: '441234567', last7: '1234567' }],
  ['+48 22 123 45 67', { e164: '+48221234567', extension: null, national9: '221234567', last7: '1234567' }],
  ['123-45-67', { e164: null, extension: null, national9: null, last7: '1234567' }],
  ['101', { e164: null, extension: null, national9: null, last7: null }],
  ['немає', { e164: null, extension: null, national9: null, last7: null }],
])('%s', (raw, keys) => {
  expect(phoneKeys(raw)).toEqual(keys);
});
