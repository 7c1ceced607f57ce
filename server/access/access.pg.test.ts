import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { recordChange } from '../history/index.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { openAccessBook } from './access-book.ts';
import { selectRoles } from './access-queries.ts';
import { type RoleCode, ruleDraft } from './contract.ts';
import type { Person } from './person.ts';
import { insertAccount } from './queries.ts';
import { readable } from './readable.ts';
import { removeRole, saveMembership, saveRole, saveRule, showRights } from './save-access.ts';
import { toPerson } from './signed-in.ts';

const { sql } = await openTestDatabase();
const book = await openAccessBook(sql);
const deps = { database: sql, recordChange, accessChanged: () => book.reload() };

/** Department, not unit: without centralised accounting everybody is in the one enterprise. */
async function hire(name: string, role: RoleCode, department = ''): Promise<Person> {
  const personId = randomUUID();
  await insertAccount(sql, { personId, name, email: `${personId}@dzvin.test` });
  await sql`insert into employees (employee_id, enterprise_id, full_name, department)
    select ${personId}, enterprise_id, ${name}, ${department} from enterprises limit 1`;
  await sql`insert into people (person_id, full_name, role, employee_id)
    values (${personId}, ${name}, ${role}, ${personId})`;
  return now({ personId, name, role });
}
const now = (who: Pick<Person, 'personId' | 'name' | 'role'>) => toPerson(who, book);

const olha = await hire('Ольга Бондар', 'administrator');
const iryna = await hire('Ірина Коваль', 'agent', 'Лінія 1');
const petro = await hire('Петро Сич', 'agent', 'Лінія 1');
const stepan = await hire('Степан Лис', 'implementer', 'Впровадження');

const tick = (personId: string, draft: object, by = olha) =>
  saveRule(by, { key: { personId }, draft: ruleDraft.parse(draft) }, deps);

test('the roles that ship are system rows with stored rights (D-15)', async () => {
  const roles = await selectRoles(sql);
  expect(roles.filter(({ isSystem }) => isSystem).map(({ code }) => code)).toEqual([
    ...['administrator', 'head', 'supervisor', 'agent', 'manager', 'implementer', 'viewer'],
  ]);
  expect(iryna.deeds).toContain('clients.create');
  expect(iryna.deeds).not.toContain('calls.view_all');
});

test('a tick works at once, and is written into the history', async () => {
  await tick(stepan.personId, { key: 'calculations.edit', state: 'deny' });
  expect(now(stepan).deeds).not.toContain('calculations.edit');
  const rows = await sql`select field, old_value, new_value from history where object_id = ${stepan.personId}`;
  expect(rows).toContainEqual({ field: 'right calculations.edit', oldValue: null, newValue: 'deny' });
  await tick(stepan.personId, { key: 'calculations.edit', state: 'inherit' });
  expect(now(stepan).deeds).toContain('calculations.edit');
});

test('what a role has lost is not handed out again at the next start', async () => {
  const viewer = (await selectRoles(sql)).find(({ code }) => code === 'viewer');
  const key = { roleId: viewer?.roleId ?? '' };
  await saveRule(olha, { key, draft: ruleDraft.parse({ key: 'board.view', state: 'inherit' }) }, deps);
  const again = await openAccessBook(sql);
  expect(again.rightsOf({ personId: randomUUID(), role: 'viewer' }).deeds).not.toContain('board.view');
});

test('an administrator keeps every right, by own ticks and in the role', async () => {
  const refused = { code: 'administrator_keeps_rights' };
  await expect(tick(olha.personId, { key: 'access.edit', state: 'deny' })).rejects.toMatchObject(refused);
  const administrators = (await selectRoles(sql)).find(({ code }) => code === 'administrator');
  const key = { roleId: administrators?.roleId ?? '' };
  const draft = ruleDraft.parse({ key: 'access.edit', state: 'deny' });
  await expect(saveRule(olha, { key, draft }, deps)).rejects.toMatchObject(refused);
});

test('nobody hands out more than their own', async () => {
  const refused = { code: 'right_beyond_own', details: { right: 'board.view' } };
  await expect(tick(iryna.personId, { key: 'board.view', state: 'allow' }, stepan)).rejects.toMatchObject(refused);
});

test('a role of our own gives its rights to its members, and is not deleted while it has any', async () => {
  const role = await saveRole(olha, { roleId: null, draft: { name: 'Старший зміни', note: '' } }, deps);
  const board = ruleDraft.parse({ key: 'board.view', state: 'allow' });
  await saveRule(olha, { key: { roleId: role.roleId }, draft: board }, deps);
  await saveMembership(olha, { personId: petro.personId, roleIds: [role.roleId] }, deps);
  expect(now(petro).deeds).toContain('board.view');
  const { rights } = await showRights(sql, { personId: petro.personId });
  expect(rights.find(({ key }) => key === 'board.view')).toMatchObject({
    state: 'inherit',
    effective: { isAllowed: true, because: 'roles', roles: ['Старший зміни'] },
  });
  await expect(removeRole(olha, role.roleId, deps)).rejects.toMatchObject({ code: 'in_use', details: { places: 1 } });
  await saveMembership(olha, { personId: petro.personId, roleIds: [] }, deps);
  expect(now(petro).deeds).not.toContain('board.view');
  await removeRole(olha, role.roleId, deps);
});

test('two roles of one name, a system role renamed, the administrators’ role given along: refused', async () => {
  const [administrators] = await selectRoles(sql);
  const roleId = administrators?.roleId ?? '';
  const draft = { name: 'оператор', note: '' };
  await expect(saveRole(olha, { roleId: null, draft }, deps)).rejects.toMatchObject({ code: 'name_taken' });
  await expect(saveRole(olha, { roleId, draft }, deps)).rejects.toMatchObject({ code: 'system_row_fixed' });
  const membership = { personId: petro.personId, roleIds: [roleId] };
  await expect(saveMembership(olha, membership, deps)).rejects.toMatchObject({ code: 'role_is_main_only' });
});

const irynas = randomUUID();
const petros = randomUUID();
const stepans = randomUUID();
const nobodys = randomUUID();
for (const [clientId, managerId] of [
  [irynas, iryna.personId],
  [petros, petro.personId],
  [stepans, stepan.personId],
  [nobodys, null],
]) {
  await sql`insert into clients (client_id, code, kind, name, manager_id)
    values (${clientId ?? ''}, ${clientId ?? ''}, 'legal', 'Клієнт', ${managerId ?? null})`;
}
async function readableClients(person: Person): Promise<readonly string[]> {
  const rows = await sql<{ clientId: string }[]>`
    select client_id from clients
    where ${readable(sql, person, 'clients.view', (people) => sql`clients.manager_id in ${people}`)}`;
  return rows.map(({ clientId }) => clientId).toSorted();
}

test.each([
  ['own', [irynas]],
  ['department', [irynas, petros]],
  ['unit', [irynas, petros, stepans]],
  ['all', [irynas, petros, stepans, nobodys]],
] as const)('reach «%s» in the where of a list', async (reach, expected) => {
  await tick(iryna.personId, { key: 'clients.view', state: 'allow', reach });
  expect(await readableClients(now(iryna))).toEqual(expected.toSorted());
});

test('a denied right reads nothing, a denied unit leaves one only the own', async () => {
  await tick(iryna.personId, { key: 'clients.view', state: 'deny' });
  expect(await readableClients(now(iryna))).toEqual([]);
  await tick(iryna.personId, { key: 'clients.view', state: 'allow' });
  const { units } = await showRights(sql, { personId: iryna.personId });
  await tick(iryna.personId, { key: 'unit.view', targetId: units[0]?.targetId, state: 'deny' });
  expect(await readableClients(now(iryna))).toEqual([irynas, nobodys].toSorted());
});

test('a right for a journal is inherited down the tree', async () => {
  const { journals } = await showRights(sql, { personId: iryna.personId });
  const [section, general] = journals;
  const view = await tick(iryna.personId, { key: 'journal.view', targetId: section?.targetId, state: 'deny' });
  const ofGeneral = view.rights.find(({ key, targetId }) => key === 'journal.view' && targetId === general?.targetId);
  expect(ofGeneral).toMatchObject({ state: 'inherit', effective: { isAllowed: false, because: 'parent' } });
  const nowhere = { key: 'journal.view', targetId: randomUUID(), state: 'deny' };
  await expect(tick(iryna.personId, nowhere)).rejects.toMatchObject({ code: 'unknown_right' });
});
