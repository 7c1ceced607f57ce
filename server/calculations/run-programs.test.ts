import { expect, test } from 'vitest';
import type { FieldValue } from './contract.ts';
import { type Program, type RunOne, type RunSource, runPrograms, type Values } from './run-programs.ts';

type Answer = Awaited<ReturnType<RunOne>>;
const still: Answer = { refusal: null, failure: null, warnings: [], changes: {}, actions: [], milliseconds: 1 };
const set = (changes: Record<string, FieldValue>): Answer => ({ ...still, changes });
const refuse: Answer = { ...still, refusal: { text: 'Заповніть результат', line: 2 } };
const broken: Answer = { ...still, failure: { kind: 'error', message: 'x is not defined', line: 3 } };

const program = (name: string, watchedFields: string[] = []): Program => ({
  calculationId: null,
  name,
  watchedFields,
  code: '',
});
/** Each program is what it does with the values it is given. */
function go(
  works: Record<string, { watches?: string[]; work: (values: Values) => Answer }>,
  {
    trigger = 'before_save',
    source = 'user',
  }: { trigger?: 'before_save' | 'on_change' | 'after_save'; source?: RunSource } = {},
) {
  const programs = Object.entries(works).map(([name, { watches }]) => program(name, watches));
  const order = { trigger, source, programs, before: { a: 1, b: 1, c: 1 }, after: { a: 2, b: 1, c: 1 } };
  return runPrograms(order, async ({ name }, values) => works[name]?.work(values) ?? still);
}

test('each program sees what the one before it set; the later one wins', async () => {
  const result = await go({
    first: { work: () => set({ b: 5 }) },
    second: { work: ({ b }) => set({ b: Number(b) + 1 }) },
  });
  expect(result.changes).toEqual({ b: 6 });
});

test('a refusal ends the save and changes nothing', async () => {
  const result = await go({
    first: { work: () => set({ b: 5 }) },
    second: { work: () => refuse },
    third: { work: () => broken },
  });
  expect(result).toMatchObject({ refusal: 'Заповніть результат', changes: {} });
  expect(result.runs.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
});

test('a broken program tells its name and line to a person', async () => {
  const result = await go({ Термін: { work: () => broken } });
  expect(result.refusal).toBe('Калькуляція «Термін», рядок 3: x is not defined');
});

test.each(['load', 'mail'] as const)('a broken program loses nothing of %s (scenario 20)', async (source) => {
  const result = await go(
    { first: { work: () => broken }, second: { work: () => refuse }, third: { work: () => set({ b: 3 }) } },
    { source },
  );
  expect(result).toMatchObject({ refusal: null, changes: { b: 3 } });
  expect(result.runs.map(({ outcome }) => outcome)).toEqual(['failed', 'refused', 'done']);
});

test('on_change runs what watches the changed field, and goes on to a fixed point', async () => {
  const result = await go(
    {
      'c of b': { watches: ['b'], work: ({ b }) => set({ c: Number(b) * 2 }) },
      'b of a': { watches: ['a'], work: ({ a }) => set({ b: Number(a) + 1 }) },
      other: { watches: ['z'], work: () => refuse },
    },
    { trigger: 'on_change' },
  );
  expect(result).toMatchObject({ changes: { b: 3, c: 6 }, refusal: null });
  expect(result.runs.map((run) => run.program.name)).toEqual(['b of a', 'c of b']);
});

test('fields that never rest stop after five rounds and say so', async () => {
  const result = await go({ Вічна: { work: ({ a }) => set({ a: Number(a) + 1 }) } }, { trigger: 'on_change' });
  expect(result.runs).toHaveLength(5);
  expect(result.messages).toEqual([expect.stringContaining('«Вічна»')]);
});

test('ten actions are all, however many programs ask', async () => {
  const six = { ...still, actions: Array.from({ length: 6 }, () => ({ kind: 'comment' as const, text: 'x' })) };
  const result = await go({ one: { work: () => six }, two: { work: () => six } }, { trigger: 'after_save' });
  expect(result).toMatchObject({ refusal: expect.stringContaining('понад 10'), actions: [] });
});
