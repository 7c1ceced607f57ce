import type { Deed, RoleCode } from './contract.ts';
import type { Rule } from './effective-rights.ts';
import { rights } from './rights.ts';
import { roleDeeds } from './role-deeds.ts';

/** The ticks a role ships with, made from its deeds. Administrators need none. */
export function shippedRules(role: RoleCode): readonly Rule[] {
  if (role === 'administrator') return [];
  const has: ReadonlySet<Deed> = new Set(roleDeeds[role]);
  return rights.flatMap(({ key, deeds, hasReach }): Rule[] => {
    if (!deeds.some((deed) => has.has(deed))) return [];
    const reach = key === 'calls.view' && !has.has('calls.view_all') ? 'own' : 'all';
    return [{ key, targetId: null, isAllowed: true, reach: hasReach ? reach : null }];
  });
}
