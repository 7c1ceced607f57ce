import { expect, test } from 'vitest';
import { openLog } from './log.ts';

function openLogInMemory() {
  const lines: string[] = [];
  return { lines, log: openLog('info', { write: (line) => lines.push(line) }) };
}

test('a secret is hidden, however deep it lies', () => {
  const { lines, log } = openLogInMemory();
  log.info({ password: 'p1', phone: { secret: 'p2' }, req: { headers: { cookie: 'p3' } } }, 'phone saved');
  expect(lines.join()).not.toMatch(/p1|p2|p3/);
  expect(lines.join()).toContain('phone saved');
});

test('what is below the level is not written', () => {
  const { lines, log } = openLogInMemory();
  log.debug('detail');
  expect(lines).toEqual([]);
});
