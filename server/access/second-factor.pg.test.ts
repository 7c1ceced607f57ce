import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { totpCode } from '../../test/harness/totp.ts';
import { openLog } from '../platform/log.ts';
import { Refusal } from '../platform/refusal.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import type { OwnSessionView, SecondFactorSetUp, SecurityView } from './contract.ts';
import { limitFailedTries } from './failed-tries.ts';
import { hashPassword } from './password.ts';
import type { PersonFacts } from './person.ts';
import { insertAccount, putPassword, selectSignInPolicy } from './queries.ts';
import { sessionRoutes, signInRoutes } from './routes.ts';
import { securityRoutes, signInPolicyRoutes } from './security-routes.ts';
import { openSignIn } from './sign-in.ts';
import { signedIn } from './signed-in.ts';

const { sql } = await openTestDatabase();
const password = 'three cats drink tea';

const everybody = {
  isActive: true,
  extension: null,
  usesStatuses: true,
  openCardOnCall: true,
  language: 'uk',
} as const;
const people = (
  [
    ['11', 'Оксана Мельник', 'oksana@dzvin.test', 'agent'],
    ['12', 'Петро Бойко', 'petro@dzvin.test', 'agent'],
    ['13', 'Адміністратор', 'admin@dzvin.test', 'administrator'],
  ] as const
).map(([end, name, email, role]): PersonFacts => {
  return { ...everybody, personId: `6f1c1f0e-8a39-4c53-9d56-0b8c6f0a02${end}`, name, email, role };
});
const [oksana, petro, administrator] = people as [PersonFacts, PersonFacts, PersonFacts];
for (const person of people) {
  await insertAccount(sql, person);
  await putPassword(sql, person.personId, await hashPassword(password));
}

const ended: string[] = [];
const findPerson = async (personId: string) => people.find((one) => one.personId === personId) ?? null;
const signIn = openSignIn({
  database: sql,
  key: '0f'.repeat(32),
  isHttps: false,
  log: openLog('silent'),
  mayHaveSession: async () => true,
});
const deps = {
  readPolicy: () => selectSignInPolicy(sql),
  signIn,
  findPerson,
  failedTries: limitFailedTries(() => performance.now()),
  addressOf: () => '192.0.2.7',
  sessionNews: { signedIn: () => {}, signedOut: () => {}, ended: () => {} },
};
const security = { database: sql, signIn, sessionsEnded: (personId: string) => ended.push(personId) };
const app = new Hono()
  .route('/api/auth', signInRoutes(deps))
  .use('/api/*', signedIn(deps))
  .route('/api/session', sessionRoutes())
  .route('/api/security', securityRoutes(security))
  .route('/api/sign-in-policy', signInPolicyRoutes(security))
  .onError((error, c) => {
    if (error instanceof Refusal) return c.json({ code: error.code, field: error.field }, error.httpStatus);
    throw error;
  });

/** A browser: keeps the cookies it is given, forgets those that are taken away. */
function openBrowser() {
  const jar = new Map<string, string>();
  const send = async (method: string, path: string, body?: unknown) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.request(path, {
      method,
      headers: {
        cookie,
        'user-agent': 'Firefox',
        'x-dzvin-address': '203.0.113.9',
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  };
  const enter = (person: PersonFacts) => send('POST', '/api/auth/sign-in/email', { email: person.email, password });
  const step = (code: string, kind = 'totp') => send('POST', '/api/auth/second-step', { kind, code });
  return { send, enter, step };
}

async function signedInBrowser(person: PersonFacts) {
  const browser = openBrowser();
  expect(await browser.enter(person)).toMatchObject({ status: 200, body: { personId: person.personId } });
  return browser;
}

let setUp: SecondFactorSetUp;

test('a second factor holds once its first code was right, and ends the other sessions', async () => {
  const [here, elsewhere] = [await signedInBrowser(oksana), await signedInBrowser(oksana)];
  const wrong = await here.send('POST', '/api/security/second-factor', { password: 'guess' });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_password', field: 'password' } });

  setUp = (await here.send('POST', '/api/security/second-factor', { password })).body;
  expect(setUp.uri).toMatch(/^otpauth:\/\/totp\/Dzvin/);
  expect(setUp.backupCodes).toHaveLength(10);
  expect(await openBrowser().enter(oksana)).toMatchObject({ body: { personId: oksana.personId } });

  const first = await here.send('POST', '/api/security/second-factor/confirm', { code: '000000' });
  expect(first.body).toEqual({ code: 'code_wrong', field: 'code' });
  const code = totpCode(setUp.uri, -1);
  expect(await here.send('POST', '/api/security/second-factor/confirm', { code })).toMatchObject({ status: 204 });
  expect((await here.send('GET', '/api/security')).body).toMatchObject({ hasSecondFactor: true });
  expect((await elsewhere.send('GET', '/api/session')).status).toBe(401);
});

test('from then on the password opens nothing by itself, the code does, and only once', async () => {
  const browser = openBrowser();
  expect((await browser.enter(oksana)).body).toEqual({ needsCode: true });
  expect((await browser.send('GET', '/api/session')).status).toBe(401);
  expect((await browser.step('000000')).body).toEqual({ code: 'code_wrong', field: 'code' });
  const code = totpCode(setUp.uri);
  expect(await browser.step(code)).toMatchObject({ status: 200, body: { personId: oksana.personId } });

  const thief = openBrowser();
  await thief.enter(oksana);
  expect((await thief.step(code)).body).toEqual({ code: 'code_used', field: 'code' });
  expect((await thief.send('GET', '/api/session')).status).toBe(401);
});

test('a code of two minutes ago is over', async () => {
  const browser = openBrowser();
  await browser.enter(oksana);
  expect((await browser.step(totpCode(setUp.uri, -4))).body).toEqual({ code: 'code_wrong', field: 'code' });
});

test('a backup code opens one session', async () => {
  const [code = ''] = setUp.backupCodes;
  const browser = openBrowser();
  await browser.enter(oksana);
  expect((await browser.step(code, 'backup')).status).toBe(200);
  const again = openBrowser();
  await again.enter(oksana);
  expect((await again.step(code, 'backup')).body).toEqual({ code: 'code_wrong', field: 'code' });
});

test('a code without a password before it is refused', async () => {
  expect(await openBrowser().step('123456')).toMatchObject({ status: 401, body: { code: 'second_step_over' } });
});

test('after five wrong codes the password has to be typed again', async () => {
  const browser = openBrowser();
  await browser.enter(oksana);
  for (const _try of [1, 2, 3, 4, 5]) await browser.step('000000');
  expect((await browser.step('000000')).body).toMatchObject({ code: 'second_step_over' });
});

test('own sessions show where they come from; one is ended, then all others', async () => {
  const [here, second, third] = [
    await signedInBrowser(petro),
    await signedInBrowser(petro),
    await signedInBrowser(petro),
  ] as const;
  const listed: SecurityView = (await here.send('GET', '/api/security')).body;
  expect(listed.sessions).toHaveLength(3);
  // The header a browser may claim is replaced by the socket's address.
  expect(listed.sessions[0]).toMatchObject({ address: '192.0.2.7', userAgent: 'Firefox' });
  const own: SecurityView = (await second.send('GET', '/api/security')).body;
  const { sessionId } = own.sessions.find(({ isThisOne }) => isThisOne) as OwnSessionView;
  expect((await here.send('DELETE', `/api/security/sessions/${sessionId}`)).status).toBe(204);
  expect((await second.send('GET', '/api/session')).status).toBe(401);
  expect((await here.send('DELETE', '/api/security/sessions')).status).toBe(204);
  expect((await third.send('GET', '/api/session')).status).toBe(401);
  expect((await here.send('GET', '/api/session')).status).toBe(200);
});

test("nobody ends another's session by its id", async () => {
  const [mine, theirs] = [await signedInBrowser(petro), await signedInBrowser(administrator)];
  const { sessions }: SecurityView = (await theirs.send('GET', '/api/security')).body;
  const ending = await mine.send('DELETE', `/api/security/sessions/${sessions[0]?.sessionId}`);
  expect(ending).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await theirs.send('GET', '/api/session')).status).toBe(200);
});

test('an administrator resets the second factor of others and ends their sessions; an agent may not', async () => {
  const [agent, admin] = [await signedInBrowser(petro), await signedInBrowser(administrator)];
  const path = `/api/sign-in-policy/people/${oksana.personId}/second-factor`;
  expect((await agent.send('DELETE', path)).body).toMatchObject({ code: 'not_permitted' });
  expect((await admin.send('DELETE', path)).status).toBe(204);
  expect(ended).toContain(oksana.personId);
  await signedInBrowser(oksana);
  await admin.send('DELETE', `/api/sign-in-policy/people/${petro.personId}/sessions`);
  expect((await agent.send('GET', '/api/session')).status).toBe(401);
});

test('the policy of the firm decides about a new password', async () => {
  const admin = await signedInBrowser(administrator);
  await admin.send('PUT', '/api/sign-in-policy', { minPasswordLength: 16, refusesCommon: true });
  const change = (newPassword: string) =>
    admin.send('POST', '/api/auth/change-password', { currentPassword: password, newPassword });
  expect((await change('fifteen letters')).body).toEqual({ code: 'password_too_short', field: 'newPassword' });
  expect((await change('qwerty1234567890')).body).toEqual({ code: 'password_common', field: 'newPassword' });
  expect((await change('sixteen and more')).status).toBe(204);
});
