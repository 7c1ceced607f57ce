import { expect, test } from 'vitest';
import { calls, ids } from '../../test/cast.ts';
import { patchCalls } from './patch-calls.ts';

const [newest, second, third] = calls;
if (!newest || !second || !third) throw new Error('the cast has at least three calls');
const pages = [{ rows: [second, third], after: null }];
const idsOf = (patched: { rows: readonly { callId: string }[] }[]) =>
  patched.flatMap(({ rows }) => rows.map((row) => row.callId));

test('a row on the page changes where it stands', () => {
  const changed = { ...third, note: 'інше' };
  expect(patchCalls(pages, changed, {})[0]?.rows[1]).toBe(changed);
});

test('a new row joins at the top', () => {
  expect(idsOf(patchCalls(pages, newest, {}))).toEqual([newest.callId, second.callId, third.callId]);
});

test.each([
  ['another direction', { direction: 'out' }],
  ['another line', { lineId: ids.sales }],
  ['a result it does not have yet', { result: 'missed' }],
  ['other digits', { number: '9999' }],
  ['yesterday', { period: 'yesterday' }],
] as const)('a new row stays out under a filter for %s', (_filter, search) => {
  expect(patchCalls(pages, newest, search)).toBe(pages);
});

test('a row older than the first page does not jump to the top', () => {
  const old = { ...newest, callId: 'old', arrivedAt: '2020-01-01T00:00:00.000Z' };
  expect(patchCalls(pages, old, {})).toBe(pages);
});
