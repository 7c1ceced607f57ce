import type { Database, Sql } from '../platform/database.ts';
import { transaction } from '../platform/database.ts';
import {
  insertShipped,
  lockAccess,
  putRule,
  type StoredRule,
  selectJournals,
  selectMembers,
  selectRoles,
  selectRules,
  selectShipped,
  selectUnits,
} from './access-queries.ts';
import { type RoleCode, type RoleView, roleCodes, type TargetView } from './contract.ts';
import { type HolderFacts, type ParentOf, type PersonRights, personRights, type Rule } from './effective-rights.ts';
import { shippedRightsOf } from './may.ts';
import { findRight } from './rights.ts';
import { shippedRules } from './shipped-rules.ts';

/** Whose rights are asked for: the main role is kept with the account. */
export interface RightsHolder {
  readonly personId: string;
  readonly role: RoleCode;
}

/** Everybody's rights, in memory: asked with each request and by each open socket. */
export interface AccessBook {
  rightsOf(holder: RightsHolder): PersonRights;
  /** Whose eyes a session looks through; null: its owner's. */
  viewedIn(sessionId: string): string | null;
  /** @param personId null: one's own eyes again */
  view(sessionId: string, personId: string | null): void;
}

/** All that rights are computed from. */
export interface AccessFacts {
  readonly roles: readonly RoleView[];
  readonly rules: readonly StoredRule[];
  readonly members: readonly { readonly roleId: string; readonly personId: string }[];
  readonly journals: readonly TargetView[];
  readonly units: readonly TargetView[];
}

export async function readAccess(sql: Sql): Promise<AccessFacts> {
  const [roles, rules, members, journals, units] = await Promise.all([
    selectRoles(sql),
    selectRules(sql),
    selectMembers(sql),
    selectJournals(sql),
    selectUnits(sql),
  ]);
  return { roles, rules, members, journals, units };
}

/** The book of the running product: `reload` after each change of rights, roles, members or units. */
export interface LoadedAccessBook extends AccessBook {
  reload(): Promise<void>;
}

/** Gives the roles that ship what they have not been given yet, then reads everything. */
export async function openAccessBook(database: Database): Promise<LoadedAccessBook> {
  await transaction(database, handOutShipped);
  let facts = await readAccess(database);
  const cache = new Map<string, PersonRights>();
  return {
    ...viewings(),
    rightsOf: (holder) => {
      const key = `${holder.role} ${holder.personId}`;
      const known = cache.get(key);
      if (known) return known;
      const found = rightsIn(facts, holder);
      cache.set(key, found);
      return found;
    },
    reload: async () => {
      facts = await readAccess(database);
      cache.clear();
    },
  };
}

/** Rights as the roles ship them, for tests and whatever runs without a database. */
export function shippedAccessBook(): AccessBook {
  return { ...viewings(), rightsOf: ({ role }) => shippedRightsOf(role) };
}

/** Looking through somebody's eyes ends with the process: whoever forgot it is themselves again. */
function viewings(): Pick<AccessBook, 'view' | 'viewedIn'> {
  const viewed = new Map<string, string>();
  return {
    viewedIn: (sessionId) => viewed.get(sessionId) ?? null,
    view: (sessionId, personId) => {
      if (personId === null) viewed.delete(sessionId);
      else viewed.set(sessionId, personId);
    },
  };
}

async function handOutShipped(sql: Sql): Promise<void> {
  await lockAccess(sql);
  const roleIds = new Map((await selectRoles(sql)).map(({ code, roleId }) => [code, roleId]));
  const given = new Set((await selectShipped(sql)).map(({ roleCode, key }) => `${roleCode} ${key}`));
  for (const code of roleCodes) {
    for (const rule of shippedRules(code)) {
      if (given.has(`${code} ${rule.key}`)) continue;
      await putRule(sql, { roleId: roleIds.get(code) ?? null, personId: null }, rule);
      await insertShipped(sql, code, rule.key);
    }
  }
}

/** The rights of one person by these facts. */
export function rightsIn(facts: AccessFacts, holder: RightsHolder): PersonRights {
  return personRights(
    holderFacts(facts, holder),
    parentsOf(facts.units),
    facts.units.map(({ targetId }) => targetId),
  );
}

export function holderFacts({ roles, rules, members }: AccessFacts, { personId, role }: RightsHolder): HolderFacts {
  const further = new Set(members.filter((member) => member.personId === personId).map(({ roleId }) => roleId));
  return {
    isAdministrator: role === 'administrator',
    own: rules.filter((rule) => rule.personId === personId).flatMap(toRule),
    roles: roles
      .filter(({ roleId, code }) => code === role || further.has(roleId))
      .map(({ roleId, name }) => ({ roleId, name, rules: rulesOfRole(rules, roleId) })),
  };
}

export function rulesOfRole(rules: readonly StoredRule[], roleId: string): readonly Rule[] {
  return rules.filter((rule) => rule.roleId === roleId).flatMap(toRule);
}

/** A right of a version that knew others is left alone and gives nothing. */
function toRule({ key, targetId, isAllowed, reach }: StoredRule): readonly Rule[] {
  const right = findRight(key);
  return right ? [{ key: right.key, targetId, isAllowed, reach }] : [];
}

export function parentsOf(targets: readonly TargetView[]): ParentOf {
  return new Map(targets.flatMap(({ targetId, parentId }) => (parentId === null ? [] : [[targetId, parentId]])));
}
