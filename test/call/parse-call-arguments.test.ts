import { expect, test } from 'vitest';
import { WordedError } from '../../telephony/worded.ts';
import { parseCallArguments } from './parse-call-arguments.ts';

test('what is left out has a value', () => {
  expect(parseCallArguments(['--from', '0501234567', '--to', '5000'])).toEqual({
    from: '0501234567',
    to: '5000',
    isAnswered: false,
    as: null,
    talkSeconds: 20,
    waitSeconds: 60,
  });
});

test('everything can be said', () => {
  const words = '--from= --to +380441234567 --answer --as 101 --talk 5 --wait 90'.split(' ');
  expect(parseCallArguments(words)).toEqual({
    from: '',
    to: '+380441234567',
    isAnswered: true,
    as: '101',
    talkSeconds: 5,
    waitSeconds: 90,
  });
});

test('all mistakes are told at once, with the usage', () => {
  const parse = () => parseCallArguments('--from a;b --to five --as 101 --talk 0'.split(' '));
  expect(parse).toThrow(WordedError);
  expect(parse).toThrow(
    /--from cannot hold.*--to has to be a number.*only with --answer.*--talk has to be.*npm run call/s,
  );
});

test('an option nobody knows is told with the usage', () => {
  expect(() => parseCallArguments(['--ring'])).toThrow(/--ring.*npm run call/s);
});
