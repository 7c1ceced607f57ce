import { expect, test } from 'vitest';
import { type HistoryFields, whatChanged } from './what-changed.ts';

const everything = () => true;
const performer = (text: string) => ({ code: 'p1', text });
const secret = { secret: true } as const;

test.each<[string, HistoryFields | null, HistoryFields | null, readonly unknown[]]>([
  ['a new object is one row', null, { name: 'Зоря' }, [{ field: '*', before: null, after: true }]],
  ['a removed object is one row', { name: 'Зоря' }, null, [{ field: '*', before: true, after: null }]],
  ['the same values are no change', { name: 'Зоря', count: 1 }, { name: 'Зоря', count: 1 }, []],
  ['each differing field is a row', { a: 1, b: 2 }, { a: 3, b: 2 }, [{ field: 'a', before: 1, after: 3 }]],
  ['a field that is new was empty', {}, { a: 'x' }, [{ field: 'a', before: null, after: 'x' }]],
  ['a renamed person is no other person', { p: performer('Оксана') }, { p: performer('Оксана М.') }, []],
  ['zero is not empty', { a: null }, { a: 0 }, [{ field: 'a', before: null, after: 0 }]],
  [
    'a password shows only that it changed',
    {},
    { password: secret },
    [{ field: 'password', before: null, after: secret }],
  ],
  ['nothing before and after is nothing', null, null, []],
])('%s', (_rule, before, after, expected) => {
  expect(whatChanged(before, after, everything)).toEqual(expected);
});

test('a field that is switched off leaves nothing', () => {
  expect(whatChanged({ a: 1, b: 1 }, { a: 2, b: 2 }, (field) => field === 'b')).toEqual([
    { field: 'b', before: 1, after: 2 },
  ]);
});
