import { expect, test } from 'vitest';
import type { Migration } from './migrate.ts';
import { planMigrations } from './plan-migrations.ts';

const people: Migration = { number: 1, file: '0001_people.sql', sql: '', checksum: 'p' };
const lines: Migration = { number: 2, file: '0002_lines.sql', sql: '', checksum: 'l' };
const calls: Migration = { number: 3, file: '0003_calls.sql', sql: '', checksum: 'c' };

test.each([
  ['everything is pending in a fresh database', [people, lines], [], [people, lines]],
  ['only what is new is pending', [people, lines], [people], [lines]],
  ['nothing is pending when all is applied', [people, lines], [people, lines], []],
])('%s', (_rule, migrations, applied, pending) => {
  expect(planMigrations(migrations, applied)).toEqual({ pending });
});

test.each([
  ['a changed past file', [people, lines], [{ ...people, checksum: 'other' }], '0001_people.sql was changed'],
  ['a file the program does not know', [people], [people, lines], 'newer program (0002_lines.sql is unknown'],
  ['a file that comes too late', [people, lines, calls], [people, calls], '0002_lines.sql comes before 0003_calls.sql'],
  ['two files with one number', [people, { ...lines, number: 1 }], [], 'have the same number'],
])('%s is refused', (_rule, migrations, applied, words) => {
  expect(planMigrations(migrations, applied)).toEqual({ refusal: expect.stringContaining(words) });
});
