import { type AccessFacts, holderFacts, parentsOf, rulesOfRole } from './access-book.ts';
import type { AccessPersonView, HolderRightsView, RightStateView, RoleView } from './contract.ts';
import { type Effective, effectiveInTree, effectiveRight, type HolderFacts, type Rule } from './effective-rights.ts';
import { findRight, type Right, rights } from './rights.ts';

/** All ticks of a role or a person, and beside each what holds in the end and why. */
export function holderRights(facts: AccessFacts, holder: RoleView | AccessPersonView): HolderRightsView {
  const isFixed = ('code' in holder ? holder.code : holder.role) === 'administrator';
  const held = heldBy(facts, holder);
  const state = stateOf(held, new Map(facts.roles.map(({ roleId, name }) => [roleId, name])));
  const { journals, units } = facts;
  const perTarget = (right: Right) => {
    const targets = right.tab === 'journals' ? journals : units;
    const parentOf = parentsOf(targets);
    const otherwise = withoutTick(right, held);
    return targets.map(({ targetId }) =>
      state(right, targetId, effectiveInTree(right, held, { targetId, parentOf, otherwise })),
    );
  };
  const list = rights.flatMap((right) =>
    right.perTarget ? perTarget(right) : [state(right, null, effectiveRight(right, held))],
  );
  return { rights: list, journals, units, isFixed };
}

/** A role looked at by itself: its ticks are its own. */
function heldBy(facts: AccessFacts, holder: RoleView | AccessPersonView): HolderFacts {
  if ('personId' in holder) return holderFacts(facts, holder);
  const own = rulesOfRole(facts.rules, holder.roleId);
  return { isAdministrator: holder.code === 'administrator', own, roles: [] };
}

/** A journal that nobody has spoken of is open to whoever may do the same with projects. */
function withoutTick(right: Right, held: HolderFacts): Effective {
  const nothing: Effective = { isAllowed: false, reach: null, because: 'nothing', roleIds: [] };
  const project = right.subject === 'journal' ? findRight(`projects.${right.operation}`) : null;
  if (project === null) return nothing;
  const { isAllowed, roleIds } = effectiveRight(project, held);
  return { isAllowed, reach: null, because: isAllowed ? 'document' : 'nothing', roleIds };
}

function stateOf({ own }: HolderFacts, roleNames: ReadonlyMap<string, string>) {
  return ({ key }: Right, targetId: string | null, { roleIds, ...effective }: Effective): RightStateView => {
    const tick = own.find((rule) => rule.key === key && rule.targetId === targetId);
    const roles = roleIds.flatMap((roleId) => roleNames.get(roleId) ?? []);
    return { key, targetId, state: tickState(tick), reach: tick?.reach ?? null, effective: { ...effective, roles } };
  };
}

function tickState(tick: Rule | undefined): RightStateView['state'] {
  if (tick === undefined) return 'inherit';
  return tick.isAllowed ? 'allow' : 'deny';
}
