import { expect, test } from 'vitest';
import { failedTriesRule, limitFailedTries } from './failed-tries.ts';

const oksana = { email: 'oksana@dzvin.test', address: '192.0.2.7' };

function clocked() {
  let now = 0;
  const tries = limitFailedTries(() => now);
  const failTimes = (times: number, of = oksana) => {
    for (let done = 0; done < times; done += 1) tries.begin(of);
  };
  return { tries, failTimes, pass: (seconds: number) => (now += seconds * 1000) };
}

test('the ninth failure within ten minutes is refused and says when to come back', () => {
  const { tries, failTimes, pass } = clocked();
  failTimes(failedTriesRule.perAccount);
  pass(60);
  expect(() => tries.begin(oksana)).toThrow('too_many_attempts {"attempts":8,"seconds":540}');
});

test('after the ten minutes one may try again', () => {
  const { tries, failTimes, pass } = clocked();
  failTimes(failedTriesRule.perAccount);
  pass(failedTriesRule.windowSeconds);
  expect(() => tries.begin(oksana)).not.toThrow();
});

test('a success forgets the failures before it', () => {
  const { tries, failTimes } = clocked();
  failTimes(failedTriesRule.perAccount - 1);
  tries.succeeded(oksana);
  expect(() => failTimes(failedTriesRule.perAccount)).not.toThrow();
});

test('upper case does not make another account', () => {
  const { tries, failTimes } = clocked();
  failTimes(failedTriesRule.perAccount);
  expect(() => tries.begin({ ...oksana, email: 'Oksana@Dzvin.test' })).toThrow('too_many_attempts');
});

test('somebody else at another address is not kept out', () => {
  const { tries, failTimes } = clocked();
  failTimes(failedTriesRule.perAccount);
  expect(() => tries.begin({ ...oksana, address: '192.0.2.8' })).not.toThrow();
});

test('an address that tries account after account is stopped', () => {
  const { tries } = clocked();
  for (let n = 0; n < failedTriesRule.perAddress; n += 1) tries.begin({ ...oksana, email: `${n}@dzvin.test` });
  expect(() => tries.begin({ ...oksana, email: 'next@dzvin.test' })).toThrow('too_many_attempts');
});

test('an own account does not wash away what was tried at others', () => {
  const { tries } = clocked();
  for (let n = 0; n < failedTriesRule.perAddress; n += 1) {
    tries.begin({ ...oksana, email: `${n}@dzvin.test` });
    if (n === 30) {
      tries.begin(oksana);
      tries.succeeded(oksana);
    }
  }
  expect(() => tries.begin({ ...oksana, email: 'next@dzvin.test' })).toThrow('too_many_attempts');
});
