import { expect, test } from 'vitest';
import { whyNotMatched } from './why-not-matched.ts';

const extensions = new Set(['102', '5000', '4412345']);
const dialPlan = { isInternal: (digits: string) => extensions.has(digits) };

test.each([
  ['a mobile is looked up', '0501234567', null],
  ['a number without its town may be suggested', '7654321', null],
  ['nine digits that are no valid number may still be found', '201234567', null],
  ['a withheld number', 'anonymous', 'withheld'],
  ['an extension', '5000', 'internal'],
  ['an extension as long as a town number', '4412345', 'internal'],
  ['the firm calls its extension 102, so it is no emergency', '102', 'internal'],
  ['an emergency', '101', 'emergency'],
  ['a toll-free number', '0800123456', 'toll_free'],
  ['a short service', '15151', 'short'],
  ['a name', 'Мама', 'not_a_number'],
])('%s', (_rule, number, reason) => {
  expect(whyNotMatched(number, dialPlan)).toBe(reason);
});
