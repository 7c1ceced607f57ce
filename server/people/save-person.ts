import { randomUUID } from 'node:crypto';
import type { PersonProfile } from '../../telephony/index.ts';
import {
  endSessions,
  findAccountByEmail,
  hashPassword,
  insertAccount,
  type Person,
  putPassword,
  requireGoodPassword,
  selectSignInPolicy,
  updateAccount,
} from '../access/index.ts';
import { isCentralised, selectEnterprise } from '../enterprises/index.ts';
import { plainFields, recordChange, savedBy, typedSecret } from '../history/index.ts';
import { type Database, type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Secrets } from '../platform/secrets.ts';
import { violatedConstraint } from '../platform/violated-constraint.ts';
import { isActiveProject } from '../projects/index.ts';
import type { PersonDraft, PersonView } from './contract.ts';
import { directNumberOf } from './direct-number.ts';
import { findEmployeeAccount, insertEmployeeOf, renameEmployee, selectEmployeeName } from './employee-queries.ts';
import type { PeopleNews } from './people-news.ts';
import { type PhoneChange, phoneChange } from './phone-change.ts';
import {
  findNumberHolders,
  insertPerson,
  lockPerson,
  putPersonUnits,
  type StoredPerson,
  selectStored,
  telephonyProfile,
  updatePerson,
} from './queries.ts';
import { newSipSecret, toPhoneOwner } from './sip-secret.ts';
import { type SaveFacts, whyNotSave } from './why-not-save.ts';

export interface SavePersonDeps {
  readonly database: Database;
  readonly secrets: Secrets;
  /** Name of the hot line that has the number, null when none has: lines and people share the dial plan. */
  readonly lineWithNumber: (sql: Sql, phoneNumber: string) => Promise<string | null>;
  readonly news: PeopleNews;
}

interface Saved {
  readonly after: StoredPerson;
  /** Null: not for the hot line any more. */
  readonly profile: PersonProfile | null;
  readonly phones: PhoneChange;
  readonly isSignedOut: boolean;
}

/** Who saves. */
type Saver = Pick<Person, 'role'> & { readonly personId: string | null };

/** Makes an account. @throws Refusal with the codes of `whyNotSave` */
export function createPerson(by: Saver, draft: PersonDraft, deps: SavePersonDeps): Promise<PersonView> {
  return save({ by, personId: null, draft }, deps);
}

/**
 * Replaces everything but the password, and that too when one is given. Closing the account, like a new password,
 * ends its sessions at once.
 *
 * @throws Refusal `not_found`, and the codes of `whyNotSave` and `requireGoodPassword`
 */
export function changePerson(
  by: Saver,
  { personId, draft }: { readonly personId: string; readonly draft: PersonDraft },
  deps: SavePersonDeps,
): Promise<PersonView> {
  return save({ by, personId, draft }, deps);
}

async function save(typed: Change, deps: SavePersonDeps): Promise<PersonView> {
  const draft = { ...typed.draft, directNumber: directNumberOf(typed.draft.directNumber) };
  const change = { ...typed, draft };
  const passwordHash = draft.password === null ? null : await hashGood(draft.password, draft, deps.database);
  const saved = await transaction(deps.database, (sql) => store(sql, { ...change, passwordHash }, deps)).catch(
    (error) => refuseLostRace(error, change, deps),
  );
  tell(saved, deps);
  const { sipSecret: _hidden, ...view } = saved.after;
  return view;
}

/** What an administrator types obeys the same rule as what people choose themselves. */
async function hashGood(password: string, { fullName, email }: PersonDraft, sql: Sql): Promise<string> {
  requireGoodPassword({ password, owner: { name: fullName, email }, field: 'password' }, await selectSignInPolicy(sql));
  return hashPassword(password);
}

interface Change {
  readonly by: Saver;
  /** Null: a new person. */
  readonly personId: string | null;
  readonly draft: PersonDraft;
}

async function store(
  sql: Sql,
  change: Change & { readonly passwordHash: string | null },
  deps: SavePersonDeps,
): Promise<Saved> {
  const { draft, passwordHash } = change;
  const before = await requireSavable(sql, change, deps);
  const personId = before?.personId ?? randomUUID();
  const account = { personId, name: draft.fullName, email: draft.email };
  if (before === null) await insertAccount(sql, account);
  else await updateAccount(sql, account);
  const record = await toRecord(sql, { draft, before }, deps);
  if (before === null) await insertPerson(sql, personId, record);
  else await updatePerson(sql, personId, record);
  await renameEmployee(sql, record.employeeId, draft.fullName);
  if (await isCentralised(sql)) await putPersonUnits(sql, personId, draft.availableUnitIds);
  if (passwordHash !== null) await putPassword(sql, personId, passwordHash);
  const isSignedOut = before !== null && (passwordHash !== null || !draft.isActive);
  if (isSignedOut) await endSessions(sql, personId);
  const after = await selectStored(sql, personId);
  if (after === null) throw new Error(`person ${personId} is not there after saving`);
  await recordChange(sql, {
    ...{ kind: 'user', objectId: personId, objectName: after.fullName },
    actor: savedBy(change.by),
    before: before && fieldsOf(before),
    after: { ...fieldsOf(after), ...typedSecret('password', draft.password) },
  });
  const phones = phoneChange(before && toPhoneOwner(before, deps.secrets), toPhoneOwner(after, deps.secrets));
  return { after, profile: await telephonyProfile(sql, personId), phones, isSignedOut };
}

const fieldsOf = (person: StoredPerson) => plainFields(person, ['sipSecret']);

/** The row to store: an account without an employee gets one of its own; a unit is heeded in its own mode only. */
async function toRecord(
  sql: Sql,
  { draft, before }: { readonly draft: PersonDraft; readonly before: StoredPerson | null },
  { secrets }: SavePersonDeps,
) {
  const { password: _password, email, availableUnitIds: _units, ...fields } = draft;
  const employeeId =
    draft.employeeId ??
    before?.employeeId ??
    (await insertEmployeeOf(sql, { ...fields, email, enterpriseId: draft.unitId }));
  const unitId = (await isCentralised(sql)) ? draft.unitId : (before?.unitId ?? null);
  return { ...fields, employeeId, unitId, sipSecret: sipSecretFor(draft, before, secrets) };
}

/** @returns the person as stored so far, null for a new one */
async function requireSavable(sql: Sql, change: Change, deps: SavePersonDeps): Promise<StoredPerson | null> {
  const locked = change.personId === null ? null : await lockPerson(sql, change.personId);
  if (change.personId !== null && locked === null) throw new Refusal('not_found', { what: 'person' });
  const before = locked?.person ?? null;
  const otherAdministrators = locked?.otherAdministrators ?? 0;
  requireNoObstacle(change, { before, otherAdministrators, ...(await findFacts(sql, change, deps)) });
  return before;
}

async function findFacts(
  sql: Sql,
  { personId, draft }: Change,
  { lineWithNumber }: SavePersonDeps,
): Promise<Omit<SaveFacts, 'saver' | 'before' | 'otherAdministrators'>> {
  const { email, sipExtension, directNumber, telephonyProjectId, mailProjectId, employeeId, unitId } = draft;
  const isUnitAsked = await isCentralised(sql);
  const unit = isUnitAsked && unitId !== null ? await selectEnterprise(sql, unitId) : null;
  const account = { employeeId, unitId: isUnitAsked ? unitId : null, personId };
  const holders = await findNumberHolders(sql, { personId: personId ?? randomUUID(), sipExtension, directNumber });
  const emailHolder = await findAccountByEmail(sql, email);
  return {
    isEmailTaken: emailHolder !== null && emailHolder !== personId,
    extensionHolder: holders.extensionHolder ?? (sipExtension && (await lineWithNumber(sql, sipExtension))),
    directHolder: holders.directHolder ?? (directNumber && (await lineWithNumber(sql, directNumber))),
    isProjectActive: telephonyProjectId !== null && (await isActiveProject(sql, telephonyProjectId)),
    isMailProjectActive: mailProjectId !== null && (await isActiveProject(sql, mailProjectId)),
    isEmployeeKnown: employeeId === null ? null : (await selectEmployeeName(sql, employeeId)) !== null,
    employeeAccount: await findEmployeeAccount(sql, account),
    isUnitKnown: isUnitAsked ? (unit?.isActive ?? false) : null,
  };
}

function requireNoObstacle({ by, draft }: Change, facts: Omit<SaveFacts, 'saver'>): void {
  const obstacle = whyNotSave(draft, { ...facts, saver: by.role });
  if (obstacle) throw new Refusal(obstacle.code, obstacle.details, obstacle.field);
}

/** Another save took the number or the address after we had looked: now it can be seen whose it is. */
async function refuseLostRace(error: unknown, change: Change, deps: SavePersonDeps): Promise<never> {
  if (violatedConstraint(error) === null) throw error;
  const facts = await findFacts(deps.database, change, deps);
  requireNoObstacle(change, { before: change.draft, otherAdministrators: 1, ...facts });
  throw error;
}

/** Another number is another account on the PBX: whoever knew the former secret is out. */
function sipSecretFor(draft: PersonDraft, before: StoredPerson | null, secrets: Secrets): string | null {
  if (draft.sipExtension === null) return null;
  if (before?.sipSecret && before.sipExtension === draft.sipExtension) return before.sipSecret;
  return secrets.encrypt(newSipSecret());
}

function tell({ after: { personId }, profile, phones, isSignedOut }: Saved, { news }: SavePersonDeps): void {
  news.personChanged(profile ? { kind: 'put_person', profile } : { kind: 'remove_person', personId });
  if (phones.removed.length > 0 || phones.put.length > 0) news.phonesChanged(phones);
  if (isSignedOut) news.sessionsEnded(personId);
}
