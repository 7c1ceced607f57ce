import { expect, test } from 'vitest';
import { fullTime, logTime, sinceWhen } from './moment.ts';

const now = new Date(2026, 10, 24, 10, 42, 0);
const ago = (minutes: number) => `${minutes} хв тому`;

test.each([
  [new Date(2026, 10, 24, 9, 5), '09:05'],
  [new Date(2026, 10, 19, 16, 40), '19.11 16:40'],
  [new Date(2024, 0, 3, 16, 40), '03.01.2024'],
])('a log shows %s as %s', (at, text) => {
  expect(logTime(at, now)).toBe(text);
});

test.each([
  [new Date(2026, 10, 24, 10, 37), '5 хв тому'],
  [new Date(2026, 10, 24, 9, 14), '09:14'],
  [new Date(2026, 10, 12, 11, 2), '12.11'],
])('the near past %s reads as %s', (at, text) => {
  expect(sinceWhen(at, now, ago)).toBe(text);
});

test('the full time carries seconds and the year', () => {
  expect(fullTime(new Date(2026, 10, 19, 16, 40, 7))).toBe('19.11.2026 16:40:07');
});
