import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { deedsOf, type Signed } from '../access/index.ts';
import { openDatabase } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { openSecrets } from '../platform/secrets.ts';
import { type PeopleDeps, peopleRoutes } from './routes.ts';

// Nothing here reaches the database: what is refused is refused before.
const deps: PeopleDeps = {
  database: openDatabase('postgres://nobody@127.0.0.1:1/none'),
  secrets: openSecrets('ab'.repeat(32)),
  lineWithNumber: async () => null,
  phoneServer: { host: '127.0.0.1', port: 5060 },
  news: { personChanged: () => {}, phonesChanged: () => {}, sessionsEnded: () => {} },
};

function appFor(role: 'agent' | 'implementer') {
  return new Hono<Signed>()
    .use(async (c, next) => {
      c.set('person', { personId: crypto.randomUUID(), name: 'Хтось', role, deeds: deedsOf(role) });
      await next();
    })
    .route('/api/people', peopleRoutes(deps))
    .onError((error, c) => {
      if (!(error instanceof Refusal)) throw error;
      return c.json({ code: error.code, field: error.field, ...error.details }, error.httpStatus);
    });
}
const asJson = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

test.each([
  ['GET', '/api/people', 'people.view'],
  ['POST', '/api/people', 'people.edit'],
  ['GET', '/api/people/6f1c1f0e-8a39-4c53-9d56-0b8c6f0a0101/phone', 'people.edit'],
  ['POST', '/api/people/6f1c1f0e-8a39-4c53-9d56-0b8c6f0a0101/phone/secret', 'people.edit'],
])('an agent is refused %s %s and told the deed', async (method, path, deed) => {
  const answer = await appFor('agent').request(path, { method });
  expect([answer.status, await answer.json()]).toEqual([403, { code: 'not_permitted', field: null, deed }]);
});

test.each([
  ['sipExtension', { fullName: 'Петро', email: 'petro@dzvin.test', role: 'agent', sipExtension: '01' }],
  ['email', { fullName: 'Петро', email: 'petro', role: 'agent' }],
  ['fullName', { fullName: '  ', email: 'petro@dzvin.test', role: 'agent' }],
  ['role', { fullName: 'Петро', email: 'petro@dzvin.test', role: 'root' }],
  ['password', { fullName: 'Петро', email: 'petro@dzvin.test', role: 'agent', password: 'short' }],
])('a draft with a wrong %s is refused by that name', async (field, draft) => {
  const answer = await appFor('implementer').request('/api/people', asJson(draft));
  expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'input_invalid', field }]);
});

test('something that is no id is no person', async () => {
  const answer = await appFor('implementer').request('/api/people/1');
  expect(answer.status).toBe(422);
});
