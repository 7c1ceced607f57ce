import { expect, test } from 'vitest';
import { fieldsOfDocument } from './document-fields.ts';
import { localText, momentOf, toFieldValues, toProgramValues } from './program-values.ts';

const kyiv = 'Europe/Kyiv';
const fields = fieldsOfDocument('task');

test.each([
  ['winter', '2026-11-24T10:30', '2026-11-24T08:30:00.000Z'],
  ['summer', '2026-07-01T10:30', '2026-07-01T07:30:00.000Z'],
  ['midnight', '2026-07-01T00:00', '2026-06-30T21:00:00.000Z'],
  ['a day ends at its end', '2026-11-24', '2026-11-24T21:59:00.000Z'],
  ['an hour shown twice is the first', '2026-10-25T03:30', '2026-10-25T00:30:00.000Z'],
  ['a skipped hour is the next', '2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
])('%s', (_what, local, utc) => {
  expect(momentOf(local, kyiv)).toBe(utc);
});

test('what is read is what was set', () => {
  expect(localText(new Date('2026-07-01T07:30:00Z'), kyiv)).toBe('2026-07-01T10:30');
  expect(momentOf('tomorrow', kyiv)).toBeNull();
});

test('a program reads the fields of the catalogue and no others', () => {
  const values = toProgramValues({ subject: 'Акт', dueAt: '2026-07-01T07:30:00.000Z', password: 'x' }, fields, kyiv);
  expect(values).toMatchObject({ subject: 'Акт', dueAt: '2026-07-01T10:30', result: '', performerId: null });
  expect(values).not.toHaveProperty('password');
});

test.each([
  ['a field that is not writable', { number: '1' }],
  ['a field that is not there', { role: 'administrator' }],
  ['a text that is too long', { subject: 'x'.repeat(301) }],
  ['a text that cannot be stored', { subject: 'a\0b' }],
  ['a required field without a value', { priority: null }],
  ['a choice that is none', { priority: 'highest' }],
  ['a number out of range', { percentDone: 101 }],
  ['something that is no id', { clientId: 'x' }],
  ['a moment that is none', { dueAt: 'tomorrow' }],
])('%s does not come out of the sandbox', (_what, changes) => {
  expect(toFieldValues(changes, fields, kyiv)).toEqual({});
});
