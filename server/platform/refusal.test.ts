import { expect, test } from 'vitest';
import { Refusal } from './refusal.ts';

test('a refusal carries its code, its facts, its field and its status', () => {
  const refusal = new Refusal('extension_taken', { by: 'Олена Коваль' }, 'sipExtension');
  expect(refusal).toMatchObject({ code: 'extension_taken', field: 'sipExtension', httpStatus: 409 });
  expect(refusal.message).toBe('extension_taken {"by":"Олена Коваль","field":"sipExtension"}');
});

test('a refusal that is about no field says so', () => {
  expect(new Refusal('not_permitted')).toMatchObject({ field: null, details: {}, httpStatus: 403 });
});
