import { expect, test } from 'vitest';
import { openTerminal, terminalLanguage } from './terminal.ts';

test.each([
  [{}, 'uk'],
  [{ LANG: 'C.UTF-8' }, 'uk'],
  [{ LANG: 'uk_UA.UTF-8' }, 'uk'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'uk_UA.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
] as const)('%o is read as %s', (environment, language) => {
  expect(terminalLanguage(environment)).toBe(language);
});

test('the terminal is told in its language', () => {
  const written: string[] = [];
  openTerminal({ LANG: 'en_US' }, { write: (text: string | Uint8Array) => written.push(String(text)) > 0 }).say({
    uk: 'Готово',
    en: 'Ready',
  });
  expect(written).toEqual(['Ready\n']);
});
