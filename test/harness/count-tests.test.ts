import { expect, test } from 'vitest';
import { countTests } from './count-tests.ts';

const file = (status: string, ...tests: [fullName: string, status: string][]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
});
const report = (...testResults: ReturnType<typeof file>[]) => JSON.stringify({ testResults });

test('passed, failed and skipped tests are told apart, the skipped by name', () => {
  const text = report(
    file('failed', ['rings', 'passed'], ['queues', 'failed'], ['records', 'pending'], ['prints', 'todo']),
  );
  expect(countTests(text)).toEqual({ passed: 1, failed: 1, skipped: ['records', 'prints'] });
});

test('a file that could not be loaded is one failure', () => {
  expect(countTests(report(file('failed'), file('passed', ['rings', 'passed'])))).toMatchObject({
    passed: 1,
    failed: 1,
  });
});

test('a file whose set-up failed counts even when its tests are only skipped', () => {
  expect(countTests(report(file('failed', ['rings', 'skipped'])))).toEqual({
    passed: 0,
    failed: 1,
    skipped: ['rings'],
  });
});

test('no files at all is a failure, not a success', () => {
  expect(countTests(report())).toMatchObject({ passed: 0, failed: 1 });
});
