import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { openLog } from '../platform/log.ts';
import { Refusal } from '../platform/refusal.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { limitFailedTries } from './failed-tries.ts';
import { hashPassword } from './password.ts';
import type { PersonFacts } from './person.ts';
import { countSessions, endSessions, insertAccount, putPassword, selectSignInPolicy } from './queries.ts';
import { sessionRoutes, signInRoutes } from './routes.ts';
import { openSignIn } from './sign-in.ts';
import { sessionOf, signedIn } from './signed-in.ts';

const { sql } = await openTestDatabase();

const oksana: PersonFacts = {
  personId: '6f1c1f0e-8a39-4c53-9d56-0b8c6f0a0101',
  name: 'Оксана Мельник',
  email: 'oksana@dzvin.test',
  role: 'agent',
  isActive: true,
  extension: '101',
  usesStatuses: true,
  openCardOnCall: true,
  language: 'uk',
};
const people = new Map([[oksana.personId, oksana]]);
const password = 'a long password';
await insertAccount(sql, oksana);
await putPassword(sql, oksana.personId, await hashPassword(password));

const news: string[] = [];
const findPerson = async (personId: string) => people.get(personId) ?? null;
const signIn = openSignIn({
  database: sql,
  key: '0f'.repeat(32),
  isHttps: false,
  log: openLog('silent'),
  mayHaveSession: async (personId) => people.get(personId)?.isActive ?? false,
});
const deps = {
  readPolicy: () => selectSignInPolicy(sql),
  signIn,
  findPerson,
  failedTries: limitFailedTries(() => performance.now()),
  addressOf: () => '192.0.2.7',
  sessionNews: {
    signedIn: () => {},
    ended: () => {},
    signedOut: ({ person }: { person: { name: string } }) => news.push(`out ${person.name}`),
  },
};
const app = new Hono()
  .route('/api/auth', signInRoutes(deps))
  .use('/api/session', signedIn(deps))
  .route('/api/session', sessionRoutes())
  .onError((error, c) => {
    if (error instanceof Refusal) return c.json({ code: error.code, field: error.field }, error.httpStatus);
    throw error;
  });

function post(path: string, body: unknown, cookie = '') {
  return app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
}

async function cookieOf(email: string, typed = password): Promise<string> {
  const answer = await post('/api/auth/sign-in/email', { email, password: typed });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

test('signing in answers who it is and with which deeds, in any case of the e-mail', async () => {
  const answer = await post('/api/auth/sign-in/email', { email: ' Oksana@Dzvin.test', password });
  expect(await answer.json()).toMatchObject({ name: 'Оксана Мельник', role: 'agent', extension: '101' });
  expect(answer.headers.getSetCookie()[0]).toMatch(/^dzvin\.session_token=.*HttpOnly; SameSite=Lax/);
});

test('the cookie opens the session, over HTTP and for the socket', async () => {
  const cookie = await cookieOf(oksana.email);
  const answer = await app.request('/api/session', { headers: { cookie } });
  expect(await answer.json()).toMatchObject({ personId: oksana.personId, email: oksana.email, language: 'uk' });
  expect(await sessionOf(cookie, deps)).toMatchObject({ person: { name: oksana.name } });
  expect(await sessionOf(`${cookie}x`, deps)).toBeNull();
  expect(await sessionOf(undefined, deps)).toBeNull();
});

test.each([
  ['a wrong password', oksana.email, 'not the password'],
  ['an unknown address', 'nobody@dzvin.test', password],
  ['something that is no address', 'oksana', password],
])('%s is refused with the same words', async (_case, email, typed) => {
  const answer = await post('/api/auth/sign-in/email', { email, password: typed });
  expect([answer.status, await answer.json()]).toEqual([401, { code: 'sign_in_failed', field: null }]);
});

test('without a session the answer is 401', async () => {
  const answer = await app.request('/api/session');
  expect([answer.status, await answer.json()]).toEqual([401, { code: 'not_signed_in', field: null }]);
});

test('after signing out the cookie is worth nothing', async () => {
  const cookie = await cookieOf(oksana.email);
  expect((await post('/api/auth/sign-out', {}, cookie)).status).toBe(204);
  expect((await app.request('/api/session', { headers: { cookie } })).status).toBe(401);
  expect((await post('/api/auth/sign-out', {})).status).toBe(204);
  expect(news).toContain('out Оксана Мельник');
});

test('ended sessions hold from the next request on', async () => {
  const cookie = await cookieOf(oksana.email);
  await endSessions(sql, oksana.personId);
  expect(await countSessions(sql, oksana.personId)).toBe(0);
  expect((await app.request('/api/session', { headers: { cookie } })).status).toBe(401);
});

test('a closed account cannot sign in, and what it had open is closed', async () => {
  const cookie = await cookieOf(oksana.email);
  people.set(oksana.personId, { ...oksana, isActive: false });
  expect((await app.request('/api/session', { headers: { cookie } })).status).toBe(401);
  expect((await post('/api/auth/sign-in/email', { email: oksana.email, password })).status).toBe(401);
  people.set(oksana.personId, oksana);
});

test('a new password needs the present one and ends the other sessions', async () => {
  const [here, elsewhere] = [await cookieOf(oksana.email), await cookieOf(oksana.email)];
  const wrong = await post(
    '/api/auth/change-password',
    { currentPassword: 'guess', newPassword: 'brand new one' },
    here,
  );
  expect(await wrong.json()).toEqual({ code: 'wrong_password', field: 'currentPassword' });
  const right = await post(
    '/api/auth/change-password',
    { currentPassword: password, newPassword: 'brand new one' },
    here,
  );
  expect(right.status).toBe(204);
  expect((await app.request('/api/session', { headers: { cookie: elsewhere } })).status).toBe(401);
  await cookieOf(oksana.email, 'brand new one');
});
