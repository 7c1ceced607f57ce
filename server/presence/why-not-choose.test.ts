import { expect, test } from 'vitest';
import { whyNotChoose } from './why-not-choose.ts';

const plain = { isActive: true, isSetByHand: true, needsReason: false };

test.each([
  ['an ordinary status may be chosen', plain, null, null],
  ['one that is not in the directory may not', null, null, { code: 'unknown_status', field: 'status' }],
  ['an inactive one may not', { ...plain, isActive: false }, null, { code: 'unknown_status', field: 'status' }],
  [
    'one that only the system sets may not',
    { ...plain, isSetByHand: false },
    null,
    { code: 'status_not_by_hand', field: 'status' },
  ],
  [
    'one that needs a reason needs it',
    { ...plain, needsReason: true },
    null,
    { code: 'reason_required', field: 'note' },
  ],
  ['an empty reason is none', { ...plain, needsReason: true }, '', { code: 'reason_required', field: 'note' }],
  ['with a reason it may be chosen', { ...plain, needsReason: true }, 'До «Обрію»', null],
])('%s', (_rule, status, note, expected) => {
  expect(whyNotChoose(status, { note })).toEqual(expected);
});
