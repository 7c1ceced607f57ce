import { expect, test } from 'vitest';
import { Refusal } from './platform/refusal.ts';
import { refusalIn } from './refusal-in.ts';

const withCode = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['a refusal is itself', new Refusal('in_use'), 'in_use'],
  ['nobody listens', withCode('ECONNREFUSED'), 'database_unreachable'],
  ['the database is starting up', withCode('57P03'), 'database_unreachable'],
  ['a library wrapped it', new Error('query failed', { cause: withCode('CONNECTION_CLOSED') }), 'database_unreachable'],
  ['a statement is wrong', withCode('42601'), null],
  ['an ordinary fault', new Error('oops'), null],
  ['something that is no error', 'oops', null],
])('%s', (_case, error, code) => {
  expect(refusalIn(error)?.code ?? null).toBe(code);
});
