import { expect, test } from 'vitest';
import { plainFields, typedSecret } from './plain-fields.ts';

test('lists stand as one text; nested parts and what is left out do not stand at all', () => {
  const line = { name: 'Продаж', numbers: ['5000', '5001'], limit: null, isActive: true, project: { id: 1 }, count: 7 };
  expect(plainFields(line, ['count'])).toEqual({ name: 'Продаж', numbers: '5000, 5001', limit: null, isActive: true });
});

test('a typed password leaves only that it changed; one left alone leaves nothing', () => {
  expect(typedSecret('password', 'кит-і-пес')).toEqual({ password: { secret: true } });
  expect(typedSecret('password', null)).toEqual({});
});
