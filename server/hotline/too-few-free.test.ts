import { expect, test } from 'vitest';
import { tooFewFree } from './too-few-free.ts';

const support = (minFreePeople: number, projectId: string | null = null) => ({
  name: 'Підтримка',
  projectId,
  minFreePeople,
});
const person = (personId: string, shown: string, projectId: string | null = null) => ({
  ...{ personId, name: personId, projectId, shown },
  obstacle: shown === 'free' ? null : ('status_refuses' as const),
});
const oksana = person('oksana', 'free');
const petro = person('petro', 'free');
const maria = person('maria', 'break');

test.each([
  ['without a minimum anybody may go', [support(0)], [oksana], null],
  ['enough stay', [support(1)], [oksana, petro], null],
  ['nobody would stay', [support(1)], [oksana], { line: 'Підтримка', minimum: 1, onBreak: [] }],
  [
    'who is on a break is told',
    [support(2)],
    [oksana, petro, maria],
    { line: 'Підтримка', minimum: 2, onBreak: ['maria'] },
  ],
  [
    'people of another project do not count',
    [support(1)],
    [oksana, person('ihor', 'free', 'p1')],
    { line: 'Підтримка', minimum: 1, onBreak: [] },
  ],
  ['a line of another project asks nothing', [support(5, 'p1')], [oksana], null],
  ['whoever is away already may change that', [support(5)], [person('oksana', 'break')], null],
  ['somebody unknown is kept by nothing', [support(5)], [petro], null],
])('%s', (_rule, lines, people, expected) => {
  expect(tooFewFree('oksana', lines, people)).toEqual(expected);
});
