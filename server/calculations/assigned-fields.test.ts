import { expect, test } from 'vitest';
import { assignedFields } from './assigned-fields.ts';

test.each([
  ['a plain setting', 'задача.термін = сьогодні', ['dueAt']],
  ['in English', 'task.dueAt = today; task . subject += "x"', ['subject', 'dueAt']],
  ['with conditions', 'задача.результат ||= "x"; задача.відсотокВиконання++', ['percentDone', 'result']],
  ['comparing sets nothing', 'if (задача.термін === сьогодні || задача.тема == "x" || задача.термін <= зараз) {}', []],
  ['a comment sets nothing', '// задача.термін = 1\n/* задача.тема = 2 */', []],
  ['a text sets nothing', 'помилка("задача.тема = x")', []],
  ['another object sets nothing', 'моязадача.тема = 1; x.task.subject = 2', []],
])('%s', (_what, code, fields) => {
  expect(assignedFields('task', code)).toEqual(fields);
});
