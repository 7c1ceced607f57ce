import { expect, test } from 'vitest';
import { refusalCodes } from '../../../server/platform/refusal.ts';
import { en } from './en.ts';
import { startTexts } from './start-texts.ts';
import { uk } from './uk.ts';

test.each([
  [1, '1 дзвінок'],
  [2, '2 дзвінки'],
  [5, '5 дзвінків'],
  [11, '11 дзвінків'],
  [21, '21 дзвінок'],
  [104, '104 дзвінки'],
])('%d calls in Ukrainian read «%s»', (count, words) => {
  expect(startTexts('uk').t('calls.count', { count })).toBe(words);
});

test.each([
  [1, '1 call'],
  [2, '2 calls'],
])('%d calls in English read “%s”', (count, words) => {
  expect(startTexts('en').t('calls.count', { count })).toBe(words);
});

test.each(refusalCodes)('the refusal %s is worded in both languages', (code) => {
  expect(uk.refusal).toHaveProperty(code);
  expect(en.refusal).toHaveProperty(code);
});

test('what one language fills in, the other fills in too', () => {
  const blanks = (text: string) => (text.match(/{{\w+}}/g) ?? []).toSorted().join();
  const lines = (texts: object, path = ''): [string, string][] =>
    Object.entries(texts).flatMap(([key, value]: [string, string | object]) =>
      typeof value === 'string' ? [[path + key, blanks(value)] as [string, string]] : lines(value, `${path}${key}.`),
    );
  const ukrainian = Object.fromEntries(lines(uk));
  for (const [key, filled] of lines(en)) expect([key, filled]).toEqual([key, ukrainian[key]]);
});
