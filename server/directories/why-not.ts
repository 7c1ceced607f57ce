import type { RefusalCode, RefusalDetails } from '../platform/refusal.ts';

/** Why a directory stays as it is. `field` is the form field to put right. */
export interface Obstacle {
  readonly code: RefusalCode;
  readonly details?: RefusalDetails;
  readonly field?: string;
}

interface Draft {
  readonly code: string;
  readonly name: string;
  readonly isActive: boolean;
}
type Row = Draft & { readonly isSystem: boolean };

/** A system row takes only these (D-01, D-02, D-03). */
const freeFields: readonly string[] = ['sortOrder', 'isActive', 'note'];

export function whyNotCreate(draft: Draft, rows: readonly Row[]): Obstacle | null {
  if (rows.some(({ code }) => code === draft.code)) return { code: 'code_taken', field: 'code' };
  return whyNotName(draft, rows);
}

/** @param neededCodes system rows the program itself uses */
export function whyNotChange(
  draft: Draft,
  { before, rows, neededCodes }: { before: Row; rows: readonly Row[]; neededCodes: readonly string[] },
): Obstacle | null {
  if (draft.code !== before.code) return { code: 'code_fixed', field: 'code' };
  if (before.isSystem) return whyNotSystem(draft, { before, neededCodes });
  return whyNotName(draft, rows);
}

export function whyNotDelete({ isSystem }: Row, uses: number): Obstacle | null {
  if (isSystem) return { code: 'system_row_fixed' };
  return uses > 0 ? { code: 'in_use', details: { places: uses } } : null;
}

/** At least one active status accepts hot-line calls (D-03). */
export function whyNoHotline(
  rowsAfter: readonly { readonly acceptsHotline: boolean; readonly isActive: boolean }[],
): Obstacle | null {
  const isKept = rowsAfter.some(({ acceptsHotline, isActive }) => acceptsHotline && isActive);
  return isKept ? null : { code: 'last_hotline_status', field: 'acceptsHotline' };
}

function whyNotSystem(
  draft: Draft,
  { before, neededCodes }: { before: Row; neededCodes: readonly string[] },
): Obstacle | null {
  const former: Readonly<Record<string, unknown>> = { ...before };
  const fixed = Object.entries(draft).find(([field, value]) => !freeFields.includes(field) && former[field] !== value);
  if (fixed) return { code: 'system_row_fixed', field: fixed[0] };
  const isGone = !draft.isActive && neededCodes.includes(draft.code);
  return isGone ? { code: 'system_row_fixed', field: 'isActive' } : null;
}

/** Upper and lower case make no difference: people would not see one. */
function whyNotName(draft: Draft, rows: readonly Row[]): Obstacle | null {
  const fold = (name: string) => name.toLocaleLowerCase('uk');
  const isTaken = rows.some(({ code, name }) => code !== draft.code && fold(name) === fold(draft.name));
  return isTaken ? { code: 'name_taken', field: 'name' } : null;
}
