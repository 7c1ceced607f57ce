import { expect, test } from 'vitest';
import { wordWelcome } from './welcome.ts';

const url = 'http://127.0.0.1:8080';
const demonstration = {
  password: 'dzvin-demo',
  people: [
    { name: 'Олена Коваль', email: 'olena@example.com', role: { uk: 'адміністратор', en: 'administrator' } },
    { name: 'Ян', email: 'yan@example.com', role: { uk: 'оператор', en: 'agent' } },
  ],
  lines: [{ name: 'Підтримка', numbers: ['5000', '380441234567'] }],
};

test('the address, the sign-ins, the lines and how to call stand in one frame', () => {
  const lines = wordWelcome({ url, demonstration }).uk.split('\n');
  expect(lines.join('\n')).toContain('olena@example.com  Олена Коваль, адміністратор');
  expect(lines.join('\n')).toContain('5000, 380441234567  Підтримка');
  expect(lines.join('\n')).toContain('npm run call -- --from 0501234567 --to 5000');
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
});

test('without a demonstration there is only the address and how to stop', () => {
  expect(wordWelcome({ url, demonstration: null }).en).toBe(
    [
      '┌────────────────────────────────┐',
      '│ Dzvin is running               │',
      '│                                │',
      '│ Address: http://127.0.0.1:8080 │',
      '│                                │',
      '│ To stop: Ctrl-C                │',
      '└────────────────────────────────┘',
    ].join('\n'),
  );
});
