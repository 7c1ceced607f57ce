import { type Database, type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { violatedConstraint } from '../platform/violated-constraint.ts';
import { type AccessFacts, readAccess, rightsIn } from './access-book.ts';
import {
  deleteRole,
  deleteRule,
  type Holder,
  insertRole,
  lockAccess,
  putMembership,
  putRule,
  selectAccessPeople,
  selectRoles,
  updateRole,
} from './access-queries.ts';
import type { AccessPersonView, HolderRightsView, MemberDraft, RoleDraft, RoleView, RuleDraft } from './contract.ts';
import { holderRights } from './holder-rights.ts';
import type { Person } from './person.ts';
import { findRight } from './rights.ts';
import { whyNotRule } from './why-not-rule.ts';

/** What a save of rights or roles writes down, in its own transaction. */
export type RecordAccess = (
  sql: Sql,
  change: {
    readonly kind: 'role' | 'user';
    readonly objectId: string;
    readonly objectName: string;
    readonly actor: { readonly personId: string | null; readonly source: 'user' };
    readonly before: Readonly<Record<string, string | null>> | null;
    readonly after: Readonly<Record<string, string | null>> | null;
  },
) => Promise<void>;

export interface SaveAccessDeps {
  readonly database: Database;
  readonly recordChange: RecordAccess;
  /** After the commit: from now on the rights are others. The answer waits for it, so the next request meets them. */
  readonly accessChanged: () => Promise<void>;
}

/** Whose ticks: exactly one of the two. */
export type HolderKey = { readonly roleId: string } | { readonly personId: string };

/** @throws Refusal not_found */
export async function showRights(sql: Sql, key: HolderKey): Promise<HolderRightsView> {
  const [facts, people] = [await readAccess(sql), await selectAccessPeople(sql)];
  return holderRights(facts, requireHolder(key, facts.roles, people).source);
}

/** Allows, denies or leaves to the roles. @throws Refusal not_found, and the codes of `whyNotRule` */
export async function saveRule(
  by: Person,
  { key, draft }: { readonly key: HolderKey; readonly draft: RuleDraft },
  { database, recordChange, accessChanged }: SaveAccessDeps,
): Promise<HolderRightsView> {
  const view = await transaction(database, async (sql) => {
    await lockAccess(sql);
    const [facts, people] = [await readAccess(sql), await selectAccessPeople(sql)];
    const holder = requireHolder(key, facts.roles, people);
    requireNoObstacle(by, draft, { facts, holder });
    await write(sql, holder.stored, draft);
    const after = await readAccess(sql);
    const field = fieldOf(facts, draft);
    await recordChange(sql, {
      ...{ kind: holder.kind, objectId: holder.objectId, objectName: holder.name },
      actor: { personId: by.personId, source: 'user' },
      before: { [field]: wordOf(facts, holder.stored, draft) },
      after: { [field]: wordOf(after, holder.stored, draft) },
    });
    return holderRights(after, holder.source);
  });
  await accessChanged();
  return view;
}

async function write(sql: Sql, holder: Holder, { key, targetId, state, reach }: RuleDraft): Promise<void> {
  const right = findRight(key);
  if (right === null) throw new Error(`the right ${key} passed the check and is unknown`);
  if (state === 'inherit') return deleteRule(sql, holder, { key: right.key, targetId });
  const isAllowed = state === 'allow';
  await putRule(sql, holder, {
    ...{ key: right.key, targetId, isAllowed },
    reach: isAllowed && right.hasReach ? (reach ?? 'all') : null,
  });
}

function requireNoObstacle(
  by: Person,
  draft: RuleDraft,
  { facts, holder }: { readonly facts: AccessFacts; readonly holder: FoundHolder },
): void {
  const targets = draft.key.startsWith('journal.') ? facts.journals : facts.units;
  const obstacle = whyNotRule(draft, {
    isOfAdministrator: holder.isAdministrator,
    isTargetKnown: targets.some(({ targetId }) => targetId === draft.targetId),
    saver: { isAdministrator: by.role === 'administrator', rights: rightsIn(facts, by) },
  });
  if (obstacle) throw new Refusal(obstacle.code, obstacle.details);
}

interface FoundHolder {
  readonly kind: 'role' | 'user';
  readonly objectId: string;
  readonly name: string;
  readonly isAdministrator: boolean;
  readonly stored: Holder;
  readonly source: RoleView | AccessPersonView;
}

function requireHolder(key: HolderKey, roles: readonly RoleView[], people: readonly AccessPersonView[]): FoundHolder {
  if ('roleId' in key) {
    const role = roles.find(({ roleId }) => roleId === key.roleId);
    if (role === undefined) throw new Refusal('not_found', { what: 'role' });
    const isAdministrator = role.code === 'administrator';
    const stored = { roleId: role.roleId, personId: null };
    return { kind: 'role', objectId: role.roleId, name: role.name, isAdministrator, stored, source: role };
  }
  const person = people.find(({ personId }) => personId === key.personId);
  if (person === undefined) throw new Refusal('not_found', { what: 'person' });
  const isAdministrator = person.role === 'administrator';
  const stored = { roleId: null, personId: person.personId };
  return { kind: 'user', objectId: person.personId, name: person.fullName, isAdministrator, stored, source: person };
}

/** `clients.view`, and for one journal or unit its name behind. */
function fieldOf({ journals, units }: AccessFacts, { key, targetId }: RuleDraft): string {
  const target = [...journals, ...units].find((one) => one.targetId === targetId);
  return target ? `right ${key}: ${target.name}` : `right ${key}`;
}

/** `allow`, `allow own`, `deny`; null: inherited. */
function wordOf({ rules }: AccessFacts, holder: Holder, { key, targetId }: RuleDraft): string | null {
  const rule = rules.find(
    (one) =>
      one.roleId === holder.roleId && one.personId === holder.personId && one.key === key && one.targetId === targetId,
  );
  if (rule === undefined) return null;
  if (!rule.isAllowed) return 'deny';
  return rule.reach === null ? 'allow' : `allow ${rule.reach}`;
}

/** Makes or renames a role of people's own. @throws Refusal not_found, system_row_fixed, name_taken (name) */
export async function saveRole(
  by: Person,
  { roleId, draft }: { readonly roleId: string | null; readonly draft: RoleDraft },
  { database, recordChange, accessChanged }: SaveAccessDeps,
): Promise<RoleView> {
  const role = await transaction(database, async (sql) => {
    await lockAccess(sql);
    const before = roleId === null ? null : await requireOwnRole(sql, roleId);
    const id = before?.roleId ?? (await insertRole(sql, draft));
    if (before !== null) await updateRole(sql, id, draft);
    await recordChange(sql, {
      ...{ kind: 'role', objectId: id, objectName: draft.name },
      actor: { personId: by.personId, source: 'user' },
      before: before && { name: before.name, note: before.note },
      after: { name: draft.name, note: draft.note },
    });
    return requireRole(await selectRoles(sql), id);
  }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'access_roles_name') throw new Refusal('name_taken', {}, 'name');
    throw error;
  });
  await accessChanged();
  return role;
}

/** @throws Refusal not_found, system_row_fixed, in_use { places } */
export async function removeRole(
  by: Person,
  roleId: string,
  { database, recordChange, accessChanged }: SaveAccessDeps,
): Promise<void> {
  await transaction(database, async (sql) => {
    await lockAccess(sql);
    const { name, note } = await requireOwnRole(sql, roleId);
    const places = (await selectAccessPeople(sql)).filter(({ roleIds }) => roleIds.includes(roleId)).length;
    if (places > 0) throw new Refusal('in_use', { places });
    await deleteRole(sql, roleId);
    await recordChange(sql, {
      ...{ kind: 'role', objectId: roleId, objectName: name },
      actor: { personId: by.personId, source: 'user' },
      before: { name, note },
      after: null,
    });
  });
  await accessChanged();
}

/**
 * Gives a person further roles besides the one of their account. Only an administrator gives a role that allows more
 * than the giver may do, and nobody gets the administrators' this way: it is a main role only.
 *
 * @throws Refusal not_found, unknown_role, role_is_main_only, right_beyond_own { right }
 */
export async function saveMembership(
  by: Person,
  { personId, roleIds }: MemberDraft & { readonly personId: string },
  { database, recordChange, accessChanged }: SaveAccessDeps,
): Promise<AccessPersonView> {
  const person = await transaction(database, async (sql) => {
    await lockAccess(sql);
    const facts = await readAccess(sql);
    const before = requirePerson(await selectAccessPeople(sql), personId);
    const chosen = roleIds.map((roleId) => requireGivable(facts.roles, roleId));
    const added = chosen.filter(({ roleId }) => !before.roleIds.includes(roleId));
    requireWithinOwn(by, added, facts);
    await putMembership(sql, personId, roleIds);
    const after = requirePerson(await selectAccessPeople(sql), personId);
    await recordChange(sql, {
      ...{ kind: 'user', objectId: personId, objectName: after.fullName },
      actor: { personId: by.personId, source: 'user' },
      before: { roles: namesOf(facts.roles, before) },
      after: { roles: namesOf(facts.roles, after) },
    });
    return after;
  });
  await accessChanged();
  return person;
}

function requireGivable(roles: readonly RoleView[], roleId: string): RoleView {
  const role = roles.find((one) => one.roleId === roleId);
  if (role === undefined) throw new Refusal('unknown_role', {}, 'roleIds');
  if (role.code === 'administrator') throw new Refusal('role_is_main_only', { role: role.name }, 'roleIds');
  return role;
}

function requireWithinOwn(by: Person, added: readonly RoleView[], facts: AccessFacts): void {
  const saver = { isAdministrator: by.role === 'administrator', rights: rightsIn(facts, by) };
  for (const { roleId } of added) {
    for (const { key, targetId, reach } of facts.rules.filter((rule) => rule.roleId === roleId && rule.isAllowed)) {
      const draft = { key, targetId, state: 'allow', reach } as const;
      const obstacle = whyNotRule(draft, { isOfAdministrator: false, isTargetKnown: true, saver });
      if (obstacle?.code === 'right_beyond_own') throw new Refusal(obstacle.code, obstacle.details, 'roleIds');
    }
  }
}

function namesOf(roles: readonly RoleView[], { roleIds }: AccessPersonView): string {
  return roles
    .filter(({ roleId }) => roleIds.includes(roleId))
    .map(({ name }) => name)
    .join(', ');
}

function requirePerson(people: readonly AccessPersonView[], personId: string): AccessPersonView {
  const person = people.find((one) => one.personId === personId);
  if (person === undefined) throw new Refusal('not_found', { what: 'person' });
  return person;
}

function requireRole(roles: readonly RoleView[], roleId: string): RoleView {
  const role = roles.find((one) => one.roleId === roleId);
  if (role === undefined) throw new Refusal('not_found', { what: 'role' });
  return role;
}

async function requireOwnRole(sql: Sql, roleId: string): Promise<RoleView> {
  const role = requireRole(await selectRoles(sql), roleId);
  if (role.isSystem) throw new Refusal('system_row_fixed');
  return role;
}
