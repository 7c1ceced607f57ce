import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Refusal } from './refusal.ts';
import { findUnstorable, valid } from './valid.ts';

const draft = z.object({ name: z.string().min(1), phones: z.array(z.object({ raw: z.string().min(3) })).default([]) });
const app = new Hono()
  .post('/', valid('json', draft), (c) => c.json(c.req.valid('json')))
  .onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.json({ code: error.code, field: error.field }, error.httpStatus);
  });
const send = (body: unknown) =>
  app.request('/', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

test('what fits comes out with its defaults', async () => {
  expect(await (await send({ name: 'Обрій' })).json()).toEqual({ name: 'Обрій', phones: [] });
});

test('the first wrong field is named, however deep it is', async () => {
  const answer = await send({ name: 'Обрій', phones: [{ raw: '050 123' }, { raw: '' }] });
  expect([answer.status, await answer.json()]).toEqual([422, { code: 'input_invalid', field: 'phones.1.raw' }]);
});

test.each([
  ['a null character', { name: 'Об\0рій' }, 'name'],
  ['half a surrogate pair', { name: 'Обрій', phones: [{ raw: '050\ud83d' }] }, 'phones.0.raw'],
])('%s is refused where it is', async (_case, body, field) => {
  expect(await (await send(body)).json()).toEqual({ code: 'input_invalid', field });
});

test('whole pairs, letters and line ends are text', () => {
  expect(findUnstorable({ note: 'Ґанок 🙂\n\t', list: ['ї', null, 7] })).toBeNull();
});
