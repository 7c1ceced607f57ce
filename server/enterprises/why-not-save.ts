import type { RefusalCode } from '../platform/refusal.ts';
import type { EnterpriseDraft } from './contract.ts';

/** A place of the tree, as far as its shape goes. */
export interface TreeRow {
  readonly enterpriseId: string;
  readonly parentId: string | null;
  readonly code: string;
  readonly name: string;
  readonly isActive: boolean;
}

/** What is stored of the row that is saved; null for a new one. */
export interface StoredMailing {
  readonly smtpHost: string;
  readonly receivingHost: string;
  readonly hasMailPassword: boolean;
}

export interface EnterpriseObstacle {
  readonly code: RefusalCode;
  readonly field: keyof EnterpriseDraft;
}

/** The first thing that forbids saving the draft, null when nothing does (D-10, R-025). */
export function whyNotSave(
  draft: EnterpriseDraft,
  {
    enterpriseId,
    tree,
    stored,
  }: { enterpriseId: string | null; tree: readonly TreeRow[]; stored: StoredMailing | null },
): EnterpriseObstacle | null {
  const others = tree.filter((row) => row.enterpriseId !== enterpriseId);
  if (others.some(({ code }) => isSame(code, draft.code))) return { code: 'code_taken', field: 'code' };
  if (draft.isActive && others.some(({ name, isActive }) => isActive && isSame(name, draft.name))) {
    return { code: 'name_taken', field: 'name' };
  }
  if (!draft.isActive && !others.some(({ isActive }) => isActive))
    return { code: 'last_enterprise', field: 'isActive' };
  const misplaced = whyNotUnder(draft.parentId, enterpriseId, tree);
  if (misplaced) return { code: misplaced, field: 'parentId' };
  return isPasswordLent(draft, stored) ? { code: 'mail_password_again', field: 'mailPassword' } : null;
}

/**
 * A unit may not stand under itself, however many levels down. A parent nobody knows is refused too, and a tree that is
 * already a circle ends the walk.
 */
export function whyNotUnder(
  parentId: string | null,
  enterpriseId: string | null,
  tree: readonly Pick<TreeRow, 'enterpriseId' | 'parentId'>[],
): 'unit_unknown' | 'unit_cycle' | null {
  const parents = new Map(tree.map((row) => [row.enterpriseId, row.parentId]));
  if (parentId !== null && !parents.has(parentId)) return 'unit_unknown';
  const passed = new Set<string>();
  for (let at = parentId; at !== null; at = parents.get(at) ?? null) {
    if (at === enterpriseId || passed.has(at)) return 'unit_cycle';
    passed.add(at);
  }
  return null;
}

/** The stored password goes to the server it was typed for, to no other: whoever names another one types it again. */
export function isPasswordLent(
  draft: Pick<EnterpriseDraft, 'mailPassword' | 'smtpHost' | 'receivingHost'>,
  stored: StoredMailing | null,
): boolean {
  if (draft.mailPassword !== null || !stored?.hasMailPassword) return false;
  const known = [stored.smtpHost, stored.receivingHost];
  return [draft.smtpHost, draft.receivingHost].some((host) => host !== '' && !known.some((one) => isSame(one, host)));
}

const isSame = (one: string, other: string) => one.toLocaleLowerCase('uk') === other.toLocaleLowerCase('uk');
