import type { Sql } from '../platform/database.ts';
import type { AccessPersonView, RoleCode, RoleDraft, RoleView, TargetView } from './contract.ts';
import type { Rule } from './effective-rights.ts';

/** A tick as it is stored: of a role, or of a person. */
export interface StoredRule extends Omit<Rule, 'key'> {
  readonly key: string;
  readonly roleId: string | null;
  readonly personId: string | null;
}

export function selectRules(sql: Sql) {
  return sql<StoredRule[]>`
    select role_id, person_id, right_key as key, target_id, is_allowed, reach from access_rules order by rule_id`;
}

export function selectMembers(sql: Sql) {
  return sql<{ roleId: string; personId: string }[]>`select role_id, person_id from access_members order by role_id`;
}

/** Roles that ship first, then people's own by name. */
export function selectRoles(sql: Sql) {
  return sql<RoleView[]>`
    select role_id, code, name, note, is_system,
           (select count(*) from people
            where people.is_active
              and (people.role = code or exists (select from access_members member
                   where member.role_id = access_roles.role_id and member.person_id = people.person_id))) as member_count
    from access_roles order by sort_order, name, role_id`;
}

/** Everybody by name, closed accounts too. */
export function selectAccessPeople(sql: Sql) {
  return sql<AccessPersonView[]>`
    select person_id, full_name, account.email, role, is_active,
           array(select role_id from access_members member where member.person_id = people.person_id order by role_id)
             as role_ids,
           exists (select from access_rules rule where rule.person_id = people.person_id) as has_own_rules
    from people join auth."user" account on account.id = person_id
    order by full_name, person_id`;
}

/** The journals of projects as a tree: parents before their children. */
export function selectJournals(sql: Sql) {
  return sql<TargetView[]>`
    with recursive tree as (
      select journal_id, parent_id, name, array[row_number() over (order by sort_order, name)] as place
      from journals where parent_id is null
      union all
      select child.journal_id, child.parent_id, child.name,
             tree.place || row_number() over (partition by child.parent_id order by child.sort_order, child.name)
      from journals child join tree on tree.journal_id = child.parent_id
    )
    select journal_id as target_id, parent_id, name from tree order by place`;
}

/** The units of the firm as a tree: parents before their children. */
export function selectUnits(sql: Sql) {
  return sql<TargetView[]>`
    with recursive tree as (
      select enterprise_id, parent_id, name, array[row_number() over (order by name)] as place
      from enterprises where parent_id is null
      union all
      select child.enterprise_id, child.parent_id, child.name,
             tree.place || row_number() over (partition by child.parent_id order by child.name)
      from enterprises child join tree on tree.enterprise_id = child.parent_id
    )
    select enterprise_id as target_id, parent_id, name from tree order by place`;
}

export interface Holder {
  readonly roleId: string | null;
  readonly personId: string | null;
}

/** Changes of rights follow each other: each sees what the one before has left. Until the transaction ends. */
export async function lockAccess(sql: Sql): Promise<void> {
  await sql`lock table access_roles in share row exclusive mode`;
}

export async function putRule(sql: Sql, holder: Holder, rule: Rule): Promise<void> {
  const { key, targetId, isAllowed, reach } = rule;
  await sql`
    insert into access_rules (role_id, person_id, right_key, target_id, is_allowed, reach)
    values (${holder.roleId}, ${holder.personId}, ${key}, ${targetId}, ${isAllowed}, ${reach})
    on conflict (role_id, person_id, right_key, target_id)
    do update set is_allowed = excluded.is_allowed, reach = excluded.reach`;
}

export async function deleteRule(
  sql: Sql,
  holder: Holder,
  { key, targetId }: Pick<Rule, 'key' | 'targetId'>,
): Promise<void> {
  await sql`
    delete from access_rules
    where role_id is not distinct from ${holder.roleId}::uuid and person_id is not distinct from ${holder.personId}::uuid
      and right_key = ${key} and target_id is not distinct from ${targetId}::uuid`;
}

export async function insertRole(sql: Sql, { name, note }: RoleDraft): Promise<string> {
  const [row] = await sql<{ roleId: string }[]>`
    insert into access_roles (name, note) values (${name}, ${note}) returning role_id`;
  if (row === undefined) throw new Error('an insert without a conflict clause gave no row');
  return row.roleId;
}

export async function updateRole(sql: Sql, roleId: string, { name, note }: RoleDraft): Promise<void> {
  await sql`update access_roles set name = ${name}, note = ${note} where role_id = ${roleId}`;
}

export async function deleteRole(sql: Sql, roleId: string): Promise<void> {
  await sql`delete from access_roles where role_id = ${roleId}`;
}

/** Replaces the further roles of a person. */
export async function putMembership(sql: Sql, personId: string, roleIds: readonly string[]): Promise<void> {
  await sql`delete from access_members where person_id = ${personId}`;
  if (roleIds.length === 0) return;
  await sql`insert into access_members ${sql([...new Set(roleIds)].map((roleId) => ({ roleId, personId })))}`;
}

export function selectShipped(sql: Sql) {
  return sql<{ roleCode: RoleCode; key: string }[]>`select role_code, right_key as key from access_shipped`;
}

/** Remembers that the role has been given the right, whatever becomes of it. */
export async function insertShipped(sql: Sql, roleCode: RoleCode, key: string): Promise<void> {
  await sql`insert into access_shipped (role_code, right_key) values (${roleCode}, ${key})`;
}
