import { expect, test } from 'vitest';
import { databaseFailure } from './word-database-failure.ts';

const url = 'postgres://dzvin:tell-nobody@db.example.com:5432/crm';
const withCode = (code: string) => Object.assign(new Error('technical'), { code });

test.each([
  ['ECONNREFUSED', 'database_unreachable', 'Start it, check the address in DATABASE_URL'],
  ['CONNECT_TIMEOUT', 'database_unreachable', 'does not answer'],
  ['ENOTFOUND', 'database_unreachable', 'check its name in DATABASE_URL'],
  ['28P01', 'database_refuses_sign_in', 'correct them in DATABASE_URL'],
  ['3D000', 'database_missing', 'make it with create database'],
])('%s is worded as %s, without the password', (code, failureCode, mend) => {
  const failure = databaseFailure(url, withCode(code));
  expect(failure).toMatchObject({ code: failureCode, en: expect.stringContaining(mend) });
  expect(String(failure)).not.toContain('tell-nobody');
});

test('what is not foreseen stays what it is', () => {
  const error = withCode('XX000');
  expect(databaseFailure(url, error)).toBe(error);
});
