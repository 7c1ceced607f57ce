import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { guard, limitFailedTries, type PersonFacts, type Signed } from './access/index.ts';
import { createApp } from './app.ts';
import { openLog } from './platform/log.ts';
import { Refusal } from './platform/refusal.ts';
import { valid } from './platform/valid.ts';

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
/** Whoever says so is Oksana: sessions have tests of their own. */
const signIn = {
  signIn: () => Promise.reject(new Refusal('sign_in_failed')),
  signOut: async () => [],
  changePassword: async () => [],
  secondStep: () => Promise.reject(new Refusal('second_step_over')),
  setUpSecondFactor: () => Promise.reject(new Refusal('wrong_password')),
  confirmSecondFactor: () => Promise.reject(new Refusal('code_wrong')),
  dropSecondFactor: async () => [],
  session: async (headers: Headers) =>
    headers.get('cookie') === 'oksana' ? { sessionId: 's1', personId: oksana.personId, setCookies: [] } : null,
};
const logged: string[] = [];
const tests = new Hono<Signed>()
  .get('/refused', () => {
    throw new Refusal('extension_taken', { by: 'Петро Сич' }, 'sipExtension');
  })
  .get('/broken', () => {
    throw new Error('the wheel fell off');
  })
  .get('/away', () => {
    throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  })
  .post(
    '/:thing',
    guard('desk.use'),
    valid('param', z.object({ thing: z.uuid() })),
    valid('json', z.object({ name: z.string() })),
    (c) => c.json({ by: c.var.person.name }),
  );

const folder = await mkdtemp(join(tmpdir(), 'dzvin-console-'));
await mkdir(join(folder, 'assets'));
await writeFile(join(folder, 'index.html'), '<title>Дзвін</title>');
await writeFile(join(folder, 'assets/main-1a2b.js'), 'ring()');
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  logged.length = 0;
});

const app = createApp({
  access: {
    signIn,
    findPerson: async (personId) => (personId === oksana.personId ? oksana : null),
    failedTries: limitFailedTries(() => 0),
    readPolicy: async () => ({ minPasswordLength: 10, refusesCommon: true }),
    addressOf: () => '192.0.2.7',
    sessionNews: { signedIn: () => {}, signedOut: () => {}, ended: () => {} },
  },
  slices: { '/api/tests': tests },
  consoleFolder: folder,
  publicUrl: 'http://crm.example:8080',
  log: openLog('error', { write: (line) => logged.push(line) }),
});
const get = (path: string) => app.request(path, { headers: { cookie: 'oksana' } });
const post = (headers: Record<string, string>, body = '{"name":"Обрій"}') =>
  app.request(`/api/tests/${oksana.personId}`, {
    method: 'POST',
    headers: { cookie: 'oksana', host: 'crm.local', 'content-type': 'application/json', ...headers },
    body,
  });

test('a refusal becomes its status and says what, where and by whom', async () => {
  const answer = await get('/api/tests/refused');
  expect([answer.status, await answer.json()]).toEqual([
    409,
    { code: 'extension_taken', field: 'sipExtension', details: { by: 'Петро Сич' } },
  ]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(logged).toEqual([]);
});

test('a fault is logged once under the id that is shown, and tells nothing else', async () => {
  const answer = await get('/api/tests/broken');
  const body = z.object({ code: z.string(), details: z.object({ faultId: z.string() }) }).parse(await answer.json());
  expect([answer.status, body.code]).toEqual([500, 'server_fault']);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain(body.details.faultId);
  expect(JSON.stringify(body)).not.toContain('wheel');
});

test('a database that is away is no fault of the request', async () => {
  const answer = await get('/api/tests/away');
  expect([answer.status, await answer.json()]).toEqual([503, { code: 'database_unreachable', details: {} }]);
});

test.each([
  ['no session', '/api/tests/refused', 401, 'not_signed_in'],
  ['no session for who am I', '/api/session', 401, 'not_signed_in'],
])('%s is 401', async (_case, path, status, code) => {
  const answer = await app.request(path);
  expect([answer.status, await answer.json()]).toEqual([status, { code, details: {} }]);
});

test('health needs no session, an unknown route is 404', async () => {
  expect(await (await app.request('/api/health')).json()).toEqual({ ok: true });
  expect((await get('/api/nothing')).status).toBe(404);
});

test.each([
  ['a page of ours', { origin: 'http://crm.local' }, 200],
  ['a page at the public address, behind a proxy', { origin: 'http://crm.example:8080' }, 200],
  ['a program', {}, 200],
  ['a page of another site', { origin: 'https://evil.example' }, 403],
  ['a page from a file', { origin: 'null' }, 403],
])('a write from %s: %s', async (_from, headers, status) => {
  expect((await post(headers)).status).toBe(status);
});

test.each([
  ['no JSON', '{"name":', 'input_invalid'],
  ['another shape', '{"name":7}', 'input_invalid'],
  ['far too much', JSON.stringify({ name: 'ї'.repeat(1024 * 1024) }), 'input_invalid'],
])('%s is refused', async (_case, body, code) => {
  const answer = await post({ 'content-length': String(Buffer.byteLength(body)) }, body);
  expect([answer.status, await answer.json()]).toMatchObject([422, { code }]);
});

test('every address that is no file is the console, and asks again each time', async () => {
  for (const path of ['/', '/clients/42?q=1', '/board']) {
    const answer = await app.request(path);
    expect([answer.status, await answer.text()]).toEqual([200, '<title>Дзвін</title>']);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  }
});

test('built files are kept for ever, missing ones are missing', async () => {
  const answer = await app.request('/assets/main-1a2b.js');
  expect([await answer.text(), answer.headers.get('cache-control')]).toEqual([
    'ring()',
    'public, max-age=31536000, immutable',
  ]);
  expect((await app.request('/assets/former-9f8e.js')).status).toBe(404);
  expect((await app.request('/../app.ts')).headers.get('content-type')).toMatch('text/html');
});

test('pages run our own scripts only and show in no frame', async () => {
  const { headers } = await app.request('/');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('the API document says what a route takes and which deed it needs', async () => {
  const document = await (await get('/api/openapi.json')).json();
  expect(document).toMatchObject({
    openapi: '3.1.0',
    paths: {
      '/api/tests/{thing}': {
        post: {
          'x-deed': 'desk.use',
          parameters: [{ name: 'thing', in: 'path', required: true, schema: { format: 'uuid' } }],
          requestBody: { content: { 'application/json': { schema: { required: ['name'] } } } },
        },
      },
      '/api/auth/sign-in/email': { post: { requestBody: { required: true } } },
    },
  });
});
