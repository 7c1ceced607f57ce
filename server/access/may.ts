import { Refusal } from '../platform/refusal.ts';
import type { Deed, RoleCode } from './contract.ts';
import type { Person } from './person.ts';
import { roleDeeds } from './role-deeds.ts';

/** The deeds of a role, in the order of the list of all deeds. */
export function deedsOf(role: RoleCode): readonly Deed[] {
  return roleDeeds[role];
}

export function may(person: Pick<Person, 'deeds'>, deed: Deed): boolean {
  return person.deeds.includes(deed);
}

/** For a use case whose right depends on more than the route. @throws Refusal `not_permitted` { deed } */
export function requireDeed(person: Pick<Person, 'deeds'>, deed: Deed): void {
  if (!may(person, deed)) throw new Refusal('not_permitted', { deed });
}
