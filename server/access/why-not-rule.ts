import type { RefusalCode, RefusalDetails } from '../platform/refusal.ts';
import type { RuleDraft } from './contract.ts';
import type { PersonRights } from './effective-rights.ts';
import { findRight, type Right, reaches } from './rights.ts';

export interface RuleFacts {
  /** The ticks are of somebody whose main role is the administrator's, or of that role itself. */
  readonly isOfAdministrator: boolean;
  readonly isTargetKnown: boolean;
  readonly saver: { readonly isAdministrator: boolean; readonly rights: PersonRights };
}

export interface RuleObstacle {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
}

/**
 * The first thing that forbids the tick (D-15). Administrators have every right whatever is ticked, so that the last of
 * them cannot lose this module; and nobody hands out what they may not do themselves.
 */
export function whyNotRule({ key, targetId, state, reach }: RuleDraft, facts: RuleFacts): RuleObstacle | null {
  const right = findRight(key);
  const isWhole = right !== null && (right.perTarget ? facts.isTargetKnown : targetId === null);
  if (right === null || !isWhole) return { code: 'unknown_right', details: { right: key } };
  if (facts.isOfAdministrator) return { code: 'administrator_keeps_rights', details: {} };
  if (state === 'allow' && isBeyond(right, reach, facts.saver)) {
    return { code: 'right_beyond_own', details: { right: key } };
  }
  return null;
}

function isBeyond(right: Right, reach: RuleDraft['reach'], { isAdministrator, rights }: RuleFacts['saver']): boolean {
  if (isAdministrator) return false;
  if (right.perTarget) return true;
  if (!right.deeds.some((deed) => rights.deeds.includes(deed))) return true;
  if (!right.hasReach) return false;
  const own = rights.reaches[right.key];
  return own === undefined || reaches.indexOf(reach ?? 'all') > reaches.indexOf(own);
}
