import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import type { Order } from '../../telephony/index.ts';
import { insertTestPerson } from '../../test/harness/insert-person.ts';
import { deedsOf, type Signed } from '../access/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import type { FewFree } from './contract.ts';
import { presenceRoutes } from './routes.ts';

const { sql } = await openTestDatabase();
const [oksana, taras] = [await somebody('Оксана Мельник', 'agent'), await somebody('Тарас Бондар', 'supervisor')];
let orders: Order[] = [];
let few: FewFree | null = null;
beforeEach(() => {
  orders = [];
  few = null;
});

async function somebody(name: string, role: 'agent' | 'supervisor') {
  const personId = await insertTestPerson(sql, { fullName: name, role });
  return { personId, name, role, deeds: deedsOf(role) };
}

function ask(person: typeof oksana, method: string, path: string, body?: unknown) {
  const app = new Hono<Signed>()
    .use(async (c, next) => {
      c.set('person', person);
      await next();
    })
    .route(
      '/',
      presenceRoutes({
        sql,
        order: (order) => orders.push(order),
        tooFewFree: () => few,
        timeZone: () => 'Europe/Kyiv',
      }),
    )
    .onError((error, c) => {
      if (!(error instanceof Refusal)) throw error;
      return c.json({ code: error.code, field: error.field }, error.httpStatus);
    });
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return app.request(path, { method, ...(body === undefined ? {} : json) });
}

test('a person chooses the own status', async () => {
  expect((await ask(oksana, 'POST', '/me', { status: 'break' })).status).toBe(204);
  const { personId } = oksana;
  expect(orders).toEqual([
    { kind: 'choose_presence', personId, status: 'break', source: 'self', byPersonId: personId, note: null },
  ]);
});

test('a supervisor sets the status of another, and the order says so', async () => {
  const body = { status: 'client_visit', note: 'Терміновий виїзд' };
  expect((await ask(taras, 'POST', `/${oksana.personId}`, body)).status).toBe(204);
  expect(orders).toMatchObject([{ personId: oksana.personId, source: 'supervisor', byPersonId: taras.personId }]);
});

test.each([
  ['an unknown status', oksana, '/me', { status: 'vacation' }, 422, 'unknown_status'],
  ['a missing reason', oksana, '/me', { status: 'client_visit', note: '  ' }, 422, 'reason_required'],
  ['the status of a colleague', oksana, `/${taras.personId}`, { status: 'break' }, 403, 'not_permitted'],
  ['a person who is not there', taras, `/${crypto.randomUUID()}`, { status: 'break' }, 404, 'not_found'],
])('%s is refused and nothing is ordered', async (_case, who, path, body, status, code) => {
  const answer = await ask(who, 'POST', path, body);
  expect([answer.status, await answer.json()]).toMatchObject([status, { code }]);
  expect(orders).toEqual([]);
});

test.each([
  ['DELETE', '/me/next', 'clear_next_presence'],
  ['POST', '/me/wrap-up/end', 'end_wrap_up'],
  ['POST', '/me/return', 'confirm_return'],
])('%s %s becomes the order %s', async (method, path, kind) => {
  expect((await ask(oksana, method, path)).status).toBe(204);
  expect(orders).toEqual([{ kind, personId: oksana.personId }]);
});

test('the own log is open to everybody, that of others to whoever sees the board', async () => {
  const day = '?day=2026-11-24';
  expect(await (await ask(oksana, 'GET', `/me/log${day}`)).json()).toEqual({ rows: [] });
  expect((await ask(oksana, 'GET', `/${taras.personId}/log${day}`)).status).toBe(403);
  expect((await ask(taras, 'GET', `/${oksana.personId}/log${day}`)).status).toBe(200);
  expect((await ask(oksana, 'GET', '/me/log?day=yesterday')).status).toBe(422);
});

test('nobody leaves too few free by themselves; to another free status they may, and a supervisor may send them (D-03)', async () => {
  few = { line: 'Підтримка', minimum: 2, onBreak: ['Марія Коваль'] };
  const refused = await ask(oksana, 'POST', '/me', { status: 'break' });
  expect([refused.status, await refused.json()]).toEqual([409, { code: 'too_few_free', field: 'status' }]);
  expect((await ask(oksana, 'POST', '/me', { status: 'free' })).status).toBe(204);
  expect((await ask(taras, 'POST', `/${oksana.personId}`, { status: 'break' })).status).toBe(204);
});
