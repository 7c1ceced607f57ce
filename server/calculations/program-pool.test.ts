import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Trigger } from './contract.ts';
import { fieldsOfDocument } from './document-fields.ts';
import { functionPalette } from './palettes.ts';
import type { ProgramFacts } from './program-job.ts';
import { ProgramPool } from './program-pool.ts';

vi.setConfig({ testTimeout: 60_000 });
const pool = new ProgramPool();
afterAll(() => pool.stop());

const oksana = '00000000-0000-4000-8000-000000000001';
const facts = (trigger: Trigger = 'before_save'): ProgramFacts => ({
  document: 'task',
  trigger,
  fields: fieldsOfDocument('task'),
  values: {
    subject: 'Акт',
    priority: 'high',
    result: '',
    number: 'З-1',
    dueAt: null,
    percentDone: 20,
    performerId: null,
  },
  before: { subject: 'Рахунок', priority: 'low' },
  globals: {
    сьогодні: '2026-11-20',
    today: '2026-11-20',
    новийЕтап: 'done',
    автор: { id: oksana, ім_я: 'Оксана', name: 'Оксана' },
    клієнт: null,
  },
  constants: { СТАВКА: 12.5 },
  holidays: ['2026-11-24'],
});
const run = (code: string, trigger?: Trigger) => pool.run({ kind: 'run', code, facts: facts(trigger) });

test.each([
  ['a field by its Ukrainian name', 'задача.тема = великими(задача.тема)', { subject: 'АКТ' }],
  ['a field by its English name', 'task.subject = "x"', { subject: 'x' }],
  [
    'a choice reads in Ukrainian',
    'if (задача.пріоритет === "Високий") задача.пріоритет = "Терміновий"',
    { priority: 'urgent' },
  ],
  ['a choice reads by code in English', 'if (task.priority === "high") task.priority = "low"', { priority: 'low' }],
  ['the example of D-09', 'задача.термін = додатиРобочіДні(сьогодні, 1)', { dueAt: '2026-11-23' }],
  ['working days pass over holidays', 'задача.термін = addWorkingDays(today, 2)', { dueAt: '2026-11-25' }],
  ['hours make a time of a date', 'задача.термін = додатиГодини(сьогодні, 9)', { dueAt: '2026-11-20T09:00' }],
  ['months end with the month', 'задача.термін = додатиМісяці("2026-01-31", 1)', { dueAt: '2026-02-28' }],
  ['a person by their object', 'задача.виконавець = автор', { performerId: oksana }],
  ['constants', 'задача.відсотокВиконання = округлити(константи.СТАВКА)', { percentDone: 13 }],
  ['what it was', 'задача.результат = було.тема + " → " + задача.тема', { result: 'Рахунок → Акт' }],
  ['nothing there', 'if (клієнт === null && порожньо(задача.результат)) задача.результат = "так"', { result: 'так' }],
  ['days between', 'задача.відсотокВиконання = днівМіж("2026-11-01", "2026-11-20")', { percentDone: 19 }],
  ['working days between', 'задача.відсотокВиконання = робочихДнівМіж("2026-11-20", "2026-11-27")', { percentDone: 4 }],
])('a program sets %s (D-09)', async (_what, code, changes) => {
  expect(await run(code)).toMatchObject({ failure: null, refusal: null, changes });
});

test('it refuses with its words and the line, and changes nothing', async () => {
  const result = await run(
    'задача.тема = "x";\n\nif (новийЕтап === "done" && !задача.результат) помилка("Заповніть результат");',
  );
  expect(result).toMatchObject({ refusal: { text: 'Заповніть результат', line: 3 }, failure: null, changes: {} });
});

test('it warns and goes on', async () => {
  expect(await run('попередження("Увага"); задача.тема = "y"')).toMatchObject({
    warnings: ['Увага'],
    changes: { subject: 'y' },
  });
});

test.each([
  ['the number', 'задача.номер = "1"', 'Поле «номер» змінити не можна'],
  ['the author', 'task.authorId = автор', 'Поле «authorId» змінити не можна'],
  ['the former document', 'було.тема = "x"', 'Поле «тема» змінити не можна'],
  ['a field that is not there', 'задача.темаа = "x"', 'У документі немає поля «темаа»'],
  ['an unknown field when reading', 'попередження(задача.теема)', 'У документі немає поля «теема»'],
  ['a choice that is not there', 'задача.пріоритет = "Так"', 'не має значення «Так»'],
  ['a number as text', 'задача.відсотокВиконання = "5"', 'приймає лише число'],
  ['a number out of range', 'задача.відсотокВиконання = 101', 'від 0 до 100'],
  ['a day that is none', 'задача.термін = "2026-02-30"', 'не є датою'],
  ['an empty subject', 'задача.тема = ""', 'не може бути порожнім'],
  ['an object for a text', 'задача.тема = {}', 'не приймає таке значення'],
  ['an object beside it', 'автор.name = "x"', 'read-only'],
  ['a global', 'сьогодні = 1', 'read-only'],
  ['an action before the save', 'додатиКоментар("x")', 'лише в калькуляціях «Після збереження»'],
  ['defining a field', 'Object.defineProperty(задача, "номер", { value: 1 })', 'лише читати'],
])('setting %s is a worded error with its line', async (_what, code, words) => {
  const { failure, changes } = await run(`\n${code}`);
  expect(failure).toMatchObject({ kind: 'error', message: expect.stringContaining(words), line: 2 });
  expect(changes).toEqual({});
});

test('after the save it asks for at most ten actions', async () => {
  const three =
    'створитиЗадачу({ тема: "Подзвонити", термін: додатиДні(сьогодні, 1) }); сповістити(автор, "Готово"); додатиКоментар("ок")';
  expect((await run(three, 'after_save')).actions).toEqual([
    { kind: 'create_task', subject: 'Подзвонити', description: '', performerId: null, dueAt: '2026-11-21' },
    { kind: 'notify', personId: oksana, text: 'Готово' },
    { kind: 'comment', text: 'ок' },
  ]);
  const eleven = await run('for (let n = 0; n < 11; n += 1) додатиКоментар("x")', 'after_save');
  expect(eleven).toMatchObject({
    failure: { kind: 'error', message: expect.stringContaining('не більше 10') },
    actions: [],
  });
});

test('every function of the palette is there under both names', async () => {
  const names = functionPalette.flatMap(({ uk, en }) => [uk, en]);
  const result = await run(names.map((name) => `if (typeof ${name} !== 'function') помилка('${name}');`).join('\n'));
  expect(result).toMatchObject({ refusal: null, failure: null });
});

describe('hostile programs end with a reason, and the next run is healthy', () => {
  test.each([
    ['an endless loop', 'while (true);', ['time']],
    [
      'one that catches its own end',
      'try { while (true); } catch { while (true); } finally { while (true); }',
      ['time'],
    ],
    ['an endless eval', 'eval("while (true);")', ['time']],
    ['a sort that never ends', '[1, 2].sort(() => { while (true); })', ['time']],
    ['a getter that never ends', '({ get x() { while (true); } }).x', ['time']],
    ['a memory bomb of many arrays', 'const a = []; while (true) a.push(new Array(1e5).fill(1));', ['time', 'memory']],
    ['a memory bomb of one array', 'new Array(1e9).fill(0)', ['time', 'memory']],
    ['a memory bomb of objects', 'let a = []; while (true) a.push({ a });', ['time', 'memory']],
    ['a huge buffer', 'new Uint8Array(1e9)', ['memory', 'error', 'time']],
    ['a text that doubles', 'let s = "x"; while (true) s += s;', ['text_too_long', 'memory', 'time']],
    ['a huge repeat', '"x".repeat(2 ** 29).length', ['memory', 'text_too_long']],
    ['a regular expression bomb', '/^(a+)+$/.test("a".repeat(40) + "b")', ['time']],
    ['deep recursion', 'function f() { return f() + 1; } f();', ['stack']],
    [
      'recursion inside the engine',
      'let a = {}; for (let i = 0; i < 1e5; i += 1) a = { a }; JSON.stringify(a);',
      ['stack', 'time', 'memory'],
    ],
    ['deeply nested text of a program', `${'['.repeat(20_000)}`, ['syntax', 'stack', 'memory', 'error']],
    ['an async function', '(async () => { await 1; while (true); })()', ['waits']],
    ['a promise that never rests', 'function f() { Promise.resolve().then(f); } f();', ['waits']],
    [
      'the constructor of a host function',
      'задача.тема = ({}).constructor.constructor("return process")().version',
      ['error'],
    ],
    [
      'the constructor of a given function',
      'задача.тема = помилка.constructor("return globalThis.process")().version',
      ['error'],
    ],
    [
      'the constructor of the host side',
      'Object.getPrototypeOf(async function () {}).constructor("return 1")().then(() => 1)',
      ['waits', 'error'],
    ],
    ['imports', 'import("node:fs")', ['waits', 'error']],
    ['require', 'require("fs")', ['error']],
    ['something that is no error', 'throw { toString() { while (true); } }', ['error']],
    ['nothing thrown', 'throw null', ['error']],
  ])('%s', async (_what, code, kinds) => {
    const startedAt = performance.now();
    const { failure, changes } = await run(code);
    expect(kinds).toContain(failure?.kind);
    expect(changes).toEqual({});
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(await run('задача.тема = "здоровий"')).toMatchObject({ failure: null, changes: { subject: 'здоровий' } });
  });

  test.each([
    [
      'poisoned prototypes',
      'Object.prototype.toJSON = () => "x"; Array.prototype.map = null; задача.тема = "x"',
      { subject: 'x' },
    ],
    [
      'a poisoned library',
      'String.prototype.trim = () => { throw 1; }; RegExp.prototype.exec = () => null; задача.тема = "x"',
      { subject: 'x' },
    ],
    ['__proto__', '({}).__proto__.isOpen = true; задача.тема = "x"', { subject: 'x' }],
  ])('%s stay inside their own run', async (_what, code, changes) => {
    expect(await run(code)).toMatchObject({ failure: null, changes });
    expect(await run('задача.тема = обрізати(" ok ") + String(({}).isOpen)')).toMatchObject({
      changes: { subject: 'okundefined' },
    });
  });

  test('twenty endless programs at once leave the pool at work', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => run('while (true);')));
    expect(results.every(({ failure }) => failure?.kind === 'time')).toBe(true);
    expect(await run('задача.тема = "ok"')).toMatchObject({ changes: { subject: 'ok' } });
  });
});

test.each([
  ['let x = ;', 1],
  ['let a = 1;\nif (a {\n}', 2],
  ['const a = 1;\n\nreturn a;', 3],
])('checking «%s» finds the line', async (code, line) => {
  expect((await pool.run({ kind: 'check', code })).failure).toMatchObject({ kind: 'syntax', line });
});

test('checking runs nothing', async () => {
  expect(await pool.run({ kind: 'check', code: 'while (true);' })).toMatchObject({ failure: null });
});
