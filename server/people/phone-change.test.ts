import { expect, test } from 'vitest';
import { type PhoneOwner, phoneChange } from './phone-change.ts';

const oksana: PhoneOwner = { fullName: 'Оксана Мельник', sipExtension: '101', secret: 'first', isActive: true };
const withoutPhone: PhoneOwner = { ...oksana, sipExtension: null, secret: null };

test.each<[string, PhoneOwner | null, PhoneOwner, { removed: string[]; put: string[] }]>([
  ['a new person gets a desk and a browser phone', null, oksana, { removed: [], put: ['101', '101-web'] }],
  ['a person without a SIP number gets none', null, withoutPhone, { removed: [], put: [] }],
  ['a save that changes nothing of the phones leaves them', oksana, { ...oksana }, { removed: [], put: [] }],
  [
    'another number replaces both',
    oksana,
    { ...oksana, sipExtension: '109' },
    { removed: ['101', '101-web'], put: ['109', '109-web'] },
  ],
  ['a fresh secret is put to both', oksana, { ...oksana, secret: 'second' }, { removed: [], put: ['101', '101-web'] }],
  [
    'another name is put to both',
    oksana,
    { ...oksana, fullName: 'Оксана Гай' },
    { removed: [], put: ['101', '101-web'] },
  ],
  ['a closed account loses both', oksana, { ...oksana, isActive: false }, { removed: ['101', '101-web'], put: [] }],
  [
    'an account opened again gets them back',
    { ...oksana, isActive: false },
    oksana,
    { removed: [], put: ['101', '101-web'] },
  ],
  ['a number taken away removes both', oksana, withoutPhone, { removed: ['101', '101-web'], put: [] }],
])('%s', (_rule, before, after, expected) => {
  const { removed, put } = phoneChange(before, after);
  expect({ removed, put: put.map(({ endpoint }) => endpoint) }).toEqual(expected);
});
