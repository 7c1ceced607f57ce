import { describe, expect, test } from 'vitest';
import { taskStages } from '../directories/contract.ts';
import {
  firstStage,
  type MovedTask,
  nextStage,
  possibleMoves,
  type StageMove,
  type TaskStage,
  whyNotMove,
} from './next-stage.ts';

// Olena gives the task, Petro performs it, Ihor controls it, Maria manages the project, Stepan has nothing to do with it.
const task: MovedTask = {
  stage: 'created',
  authorId: 'olena',
  performerId: 'petro',
  controllerId: 'ihor',
  projectManagerId: 'maria',
  openParts: 0,
};
const people = ['olena', 'petro', 'ihor', 'maria', 'stepan'];
const filled: StageMove = { to: 'done', reason: 'так треба', hasHoldUntil: true, confirmsOpenParts: false };
const go = (more: Partial<MovedTask>, personId: string, move: Partial<StageMove>, needsReason = false) =>
  nextStage({ ...task, ...more }, { move: { ...filled, ...move }, personId, needsReason });

/** D-02 in full: from, to, who may. What is not a row is refused to everybody. */
const table: readonly [TaskStage, TaskStage, readonly string[]][] = [
  ['created', 'assigned', ['olena', 'maria']],
  ['created', 'in_progress', ['olena', 'petro']],
  ['created', 'cancelled', ['olena', 'maria']],
  ['assigned', 'in_progress', ['olena', 'petro']],
  ['assigned', 'rejected', ['petro']],
  ['assigned', 'on_hold', ['olena', 'petro', 'ihor']],
  ['assigned', 'cancelled', ['olena', 'maria']],
  ['in_progress', 'done', ['petro']],
  ['in_progress', 'on_hold', ['olena', 'petro', 'ihor']],
  ['in_progress', 'rejected', ['petro']],
  ['in_progress', 'cancelled', ['olena', 'maria']],
  ['on_hold', 'in_progress', ['olena', 'petro']],
  ['on_hold', 'cancelled', ['olena', 'maria']],
  ['done', 'closed', ['ihor']],
  ['done', 'rework', ['ihor']],
  ['rework', 'in_progress', ['olena', 'petro']],
  ['rework', 'done', ['petro']],
  ['rework', 'cancelled', ['olena', 'maria']],
  ['rejected', 'assigned', ['olena', 'maria']],
  ['rejected', 'cancelled', ['olena', 'maria']],
  ['closed', 'in_progress', ['olena', 'ihor']],
  ['cancelled', 'in_progress', ['olena', 'ihor']],
];

describe.each(taskStages)('from %s (D-02)', (from) => {
  test.each(taskStages)('to %s', (to) => {
    const movers = table.find((row) => row[0] === from && row[1] === to)?.[2];
    for (const personId of people) {
      const expected =
        movers === undefined ? 'move_not_allowed' : movers.includes(personId) ? null : 'not_yours_to_move';
      expect([personId, whyNotMove({ ...task, stage: from }, { to, personId })]).toEqual([personId, expected]);
    }
  });
});

test.each([
  ['nobody is named: it is new', null, 'created'],
  ['somebody is named: assigned in one step', 'petro', 'assigned'],
  ['one’s own task is in progress at once', 'olena', 'in_progress'],
])('%s', (_rule, performerId, stage) => {
  expect(firstStage({ authorId: 'olena', performerId })).toBe(stage);
});

test.each([
  [
    'without a controller the author accepts',
    go({ stage: 'done', controllerId: null }, 'olena', { to: 'closed' }),
    { stage: 'closed' },
  ],
  [
    'with a controller the author does not',
    go({ stage: 'done' }, 'olena', { to: 'closed' }),
    { refusal: 'not_yours_to_move' },
  ],
  [
    'one’s own task without a controller is closed at once',
    go({ stage: 'in_progress', performerId: 'olena', controllerId: null }, 'olena', {}),
    { stage: 'closed' },
  ],
  [
    'one’s own task with a controller waits for them',
    go({ stage: 'in_progress', performerId: 'olena' }, 'olena', {}),
    { stage: 'done' },
  ],
  [
    'nobody is assigned to: there must be a performer',
    go({ performerId: null }, 'olena', { to: 'assigned' }),
    { refusal: 'performer_required', field: 'performerId' },
  ],
  [
    'returning asks for a reason',
    go({ stage: 'done' }, 'ihor', { to: 'rework', reason: ' ' }),
    { refusal: 'move_reason_required', field: 'reason' },
  ],
  [
    'refusing asks for a reason',
    go({ stage: 'assigned' }, 'petro', { to: 'rejected', reason: '' }),
    { refusal: 'move_reason_required', field: 'reason' },
  ],
  [
    'reopening asks for a reason',
    go({ stage: 'closed' }, 'ihor', { to: 'in_progress', reason: '' }),
    { refusal: 'move_reason_required', field: 'reason' },
  ],
  ['reopening with a reason goes on', go({ stage: 'closed' }, 'ihor', { to: 'in_progress' }), { stage: 'in_progress' }],
  [
    'a performer who rests says why',
    go({ stage: 'in_progress' }, 'petro', { to: 'on_hold', reason: '' }),
    { refusal: 'move_reason_required', field: 'reason' },
  ],
  [
    'a performer who rests says until when',
    go({ stage: 'in_progress' }, 'petro', { to: 'on_hold', hasHoldUntil: false }),
    { refusal: 'hold_date_required', field: 'holdUntil' },
  ],
  [
    'an author who holds says neither',
    go({ stage: 'in_progress' }, 'olena', { to: 'on_hold', reason: '', hasHoldUntil: false }),
    { stage: 'on_hold' },
  ],
  [
    'a status may ask for a reason itself',
    go({ stage: 'in_progress' }, 'petro', { reason: '' }, true),
    { refusal: 'move_reason_required', field: 'reason' },
  ],
  [
    'open parts keep a task from done',
    go({ stage: 'in_progress', openParts: 1 }, 'petro', {}),
    { refusal: 'parts_open' },
  ],
  [
    'unless the responsible performer confirms it',
    go({ stage: 'in_progress', openParts: 1 }, 'petro', { confirmsOpenParts: true }),
    { stage: 'done' },
  ],
])('%s', (_rule, result, expected) => {
  expect(result).toEqual(expected);
});

test('the console offers what the rule allows', () => {
  expect(possibleMoves({ ...task, stage: 'in_progress' }, 'petro')).toEqual(['done', 'on_hold', 'rejected']);
  expect(possibleMoves({ ...task, stage: 'in_progress' }, 'stepan')).toEqual([]);
});
