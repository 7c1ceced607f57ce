import { Refusal } from '../platform/refusal.ts';
import type { Deed, RoleCode } from './contract.ts';
import { type PersonRights, personRights } from './effective-rights.ts';
import type { Person } from './person.ts';
import { shippedRules } from './shipped-rules.ts';

/** The deeds a role ships with, in the order of the rights. What holds now is in the access book. */
export function deedsOf(role: RoleCode): readonly Deed[] {
  return shippedRightsOf(role).deeds;
}

/** The rights a role ships with. */
export function shippedRightsOf(role: RoleCode): PersonRights {
  const roles = [{ roleId: role, name: role, rules: shippedRules(role) }];
  return personRights({ isAdministrator: role === 'administrator', own: [], roles }, new Map(), []);
}

export function may(person: Pick<Person, 'deeds'>, deed: Deed): boolean {
  return person.deeds.includes(deed);
}

/** For a use case whose right depends on more than the route. @throws Refusal `not_permitted` { deed } */
export function requireDeed(person: Pick<Person, 'deeds'>, deed: Deed): void {
  if (!may(person, deed)) throw new Refusal('not_permitted', { deed });
}
