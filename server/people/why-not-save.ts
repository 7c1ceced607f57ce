import type { RoleCode } from '../access/contract.ts';
import type { RefusalCode, RefusalDetails } from '../platform/refusal.ts';
import type { PersonDraft } from './contract.ts';

/** What else is true when somebody is saved. */
export interface SaveFacts {
  /** The role of whoever saves. */
  readonly saver: RoleCode;
  /** Null for a new person. */
  readonly before: Pick<PersonDraft, 'role' | 'isActive' | 'telephonyProjectId' | 'mailProjectId'> | null;
  readonly otherAdministrators: number;
  readonly isEmailTaken: boolean;
  /** Who has the numbers among active people and lines, by name. */
  readonly extensionHolder: string | null;
  readonly directHolder: string | null;
  readonly isProjectActive: boolean;
  readonly isMailProjectActive: boolean;
  /** Null: no employee was named. */
  readonly isEmployeeKnown: boolean | null;
  /** The account that employee has already, by its e-mail. */
  readonly employeeAccount: string | null;
  /** Null: no centralised accounting, the unit is not looked at. */
  readonly isUnitKnown: boolean | null;
}

export interface SaveObstacle {
  readonly code: RefusalCode;
  readonly details?: RefusalDetails;
  readonly field: keyof PersonDraft;
}

/** The first thing that forbids saving the draft, null when nothing does (R-126, D-11, D-12, D-15). */
export function whyNotSave(draft: PersonDraft, facts: SaveFacts): SaveObstacle | null {
  const { before, extensionHolder, directHolder } = facts;
  if (isBeyond(facts.saver, draft, before))
    return { code: 'not_permitted', details: { role: 'administrator' }, field: 'role' };
  if (before === null && draft.password === null) return { code: 'password_required', field: 'password' };
  if (facts.isEmailTaken) return { code: 'email_taken', field: 'email' };
  // Numbers of closed accounts are free for others; they are looked at again when the account is opened.
  if (draft.isActive && extensionHolder !== null) {
    return { code: 'extension_taken', details: { by: extensionHolder }, field: 'sipExtension' };
  }
  if (draft.isActive && directHolder !== null) {
    return { code: 'direct_number_taken', details: { by: directHolder }, field: 'directNumber' };
  }
  if (facts.isEmployeeKnown === false) return { code: 'unknown_employee', field: 'employeeId' };
  if (draft.isActive && facts.employeeAccount !== null) {
    return { code: 'employee_has_account', details: { by: facts.employeeAccount }, field: 'employeeId' };
  }
  for (const [field, isActive] of [
    ['telephonyProjectId', facts.isProjectActive],
    ['mailProjectId', facts.isMailProjectActive],
  ] as const) {
    if (isProjectNew(field, draft, before) && !isActive) return { code: 'unknown_project', field };
  }
  const unitObstacle = whyNotUnit(draft, facts);
  if (unitObstacle) return unitObstacle;
  return isLastAdministratorLost(draft, facts) ? { code: 'last_administrator', field: 'role' } : null;
}

/** Who may edit people but is no administrator makes none and takes over no administrator's account. */
function isBeyond(saver: RoleCode, draft: PersonDraft, before: SaveFacts['before']): boolean {
  return saver !== 'administrator' && (draft.role === 'administrator' || before?.role === 'administrator');
}

/** A project that was closed after it had been chosen does not stand in the way of other changes. */
function isProjectNew(
  field: 'telephonyProjectId' | 'mailProjectId',
  draft: PersonDraft,
  before: SaveFacts['before'],
): boolean {
  return draft[field] !== null && draft[field] !== before?.[field];
}

/** Under centralised accounting everybody works in a unit; without it there is no such field. */
function whyNotUnit({ unitId }: PersonDraft, { isUnitKnown }: SaveFacts): SaveObstacle | null {
  if (isUnitKnown === null) return null;
  if (unitId === null) return { code: 'unit_required', field: 'unitId' };
  return isUnitKnown ? null : { code: 'unit_unknown', field: 'unitId' };
}

function isLastAdministratorLost(draft: PersonDraft, { before, otherAdministrators }: SaveFacts): boolean {
  if (before === null || otherAdministrators > 0) return false;
  return isAdministrator(before) && !isAdministrator(draft);
}

function isAdministrator({ role, isActive }: Pick<PersonDraft, 'role' | 'isActive'>): boolean {
  return role === 'administrator' && isActive;
}
