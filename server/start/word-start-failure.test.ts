import { expect, test } from 'vitest';
import { ConfigError } from '../../config/load-config.ts';
import { WordedError } from '../../telephony/worded.ts';
import { MigrationError } from '../platform/migrate.ts';
import { wordStartFailure } from './word-start-failure.ts';

test('all mistakes of the configuration are listed, and the code is 2', () => {
  const failure = wordStartFailure(
    new ConfigError([
      { variable: 'PORT', uk: 'PORT поганий.', en: 'PORT is bad.' },
      { variable: 'DEMO', uk: 'DEMO поганий.', en: 'DEMO is bad.' },
    ]),
  );
  expect(failure.exitCode).toBe(2);
  expect(failure.words.uk).toContain('  • PORT поганий.\n  • DEMO поганий.');
});

test.each([
  [new WordedError('port_in_use', { uk: 'зайнято', en: 'in use' }), 'in use'],
  [new MigrationError('0001 was changed'), 'could not be upgraded: 0001 was changed'],
  [new TypeError('undefined is not a bell'), 'TypeError: undefined is not a bell'],
])('%s is worded', (error, words) => {
  expect(wordStartFailure(error)).toMatchObject({ exitCode: 1, words: { en: expect.stringContaining(words) } });
});
