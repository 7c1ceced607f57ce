import { expect, test } from 'vitest';
import { type UserStatusView, userStatusDraft } from './contract.ts';
import { userStatuses } from './registry.ts';
import { whyNoHotline, whyNotChange, whyNotCreate, whyNotDelete } from './why-not.ts';

function row(code: string, name: string, more: Partial<UserStatusView> = {}): UserStatusView {
  return { ...userStatusDraft.parse({ code, name }), isSystem: false, ...more };
}
const free = row('free', 'Вільний', { acceptsHotline: true, isSystem: true });
const wrapUp = row('wrap_up', 'Обробка звернення', { isSystem: true });
const meeting = row('meeting', 'Нарада');
const rows = [free, wrapUp, meeting];
const { neededCodes } = userStatuses;

test.each([
  ['a free code and name may be added', row('visit', 'Виїзд'), null],
  ['a code is given once', row('meeting', 'Інше'), { code: 'code_taken', field: 'code' }],
  ['a name is given once, in any case', row('nothing', 'нарада'), { code: 'name_taken', field: 'name' }],
])('%s', (_rule, draft, expected) => {
  expect(whyNotCreate(draft, rows)).toEqual(expected);
});

test.each([
  ['a user row may be renamed', meeting, { name: 'Планірка' }, null],
  ['a user row may keep its name in another case', meeting, { name: 'НАРАДА' }, null],
  ['a user row may not take the name of another', meeting, { name: 'вільний' }, { code: 'name_taken', field: 'name' }],
  ['a code never changes', meeting, { code: 'council' }, { code: 'code_fixed', field: 'code' }],
  ['a system row may move and be noted', wrapUp, { sortOrder: 5, note: 'Після дзвінка' }, null],
  ['a system row keeps its name', wrapUp, { name: 'Інше' }, { code: 'system_row_fixed', field: 'name' }],
  [
    'a system row keeps its flags',
    free,
    { acceptsHotline: false },
    { code: 'system_row_fixed', field: 'acceptsHotline' },
  ],
  ['a system row may be made inactive', free, { isActive: false }, null],
  ['one the program sets itself may not', wrapUp, { isActive: false }, { code: 'system_row_fixed', field: 'isActive' }],
])('%s', (_rule, before, change, expected) => {
  const { isSystem: _system, ...draft } = { ...before, ...change };
  expect(whyNotChange(draft, { before, rows, neededCodes })).toEqual(expected);
});

test.each([
  ['a user row that nothing uses may go', meeting, 0, null],
  ['a used row stays and says how often it is used', meeting, 3, { code: 'in_use', details: { places: 3 } }],
  ['a system row never goes', free, 0, { code: 'system_row_fixed' }],
])('%s', (_rule, before, uses, expected) => {
  expect(whyNotDelete(before, uses)).toEqual(expected);
});

test.each([
  ['an active status that accepts the hot line is enough', [free, meeting], null],
  ['an inactive one does not count', [{ ...free, isActive: false }, meeting], 'last_hotline_status'],
  ['none is too few', [meeting], 'last_hotline_status'],
])('%s', (_rule, after, code) => {
  expect(whyNoHotline(after)?.code ?? null).toBe(code);
});
