import type { PersonProfile } from '../../telephony/index.ts';
import { updateAccount } from '../access/index.ts';
import { enterpriseWithMail, selectEnterprise } from '../enterprises/index.ts';
import { plainFields, recordChange, type Saver, savedBy, typedSecret } from '../history/index.ts';
import { type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { secretToStore } from '../platform/secrets.ts';
import type { EmployeeDraft, EmployeeView } from './contract.ts';
import {
  deleteEmployee,
  firstEnterprise,
  insertEmployee,
  lockAccountsOf,
  renamePerson,
  type StoredEmployee,
  selectEmployee,
  selectEmployees,
  updateEmployee,
} from './employee-queries.ts';
import { missingForMail } from './missing-for-mail.ts';
import { type PhoneChange, phoneChange } from './phone-change.ts';
import { selectStored, telephonyProfile } from './queries.ts';
import type { SavePersonDeps } from './save-person.ts';
import { toPhoneOwner } from './sip-secret.ts';

type EmployeeDeps = Pick<SavePersonDeps, 'database' | 'secrets' | 'news'>;

interface Renamed {
  readonly profile: PersonProfile | null;
  readonly phones: PhoneChange;
}

/** Everybody, with what each lacks for mail. */
export async function listEmployees(sql: Sql): Promise<readonly EmployeeView[]> {
  const served = new Map<string, boolean>();
  const rows = await selectEmployees(sql);
  for (const id of new Set(rows.map(({ enterpriseId }) => enterpriseId))) {
    served.set(id, (await enterpriseWithMail(sql, id)) !== null);
  }
  return rows.map((row) => toView(row, served.get(row.enterpriseId) ?? false));
}

/** @throws Refusal `not_found` */
export async function showEmployee(sql: Sql, employeeId: string): Promise<EmployeeView> {
  const row = await selectEmployee(sql, employeeId);
  if (row === null) throw new Refusal('not_found', { what: 'employee' });
  return toView(row, (await enterpriseWithMail(sql, row.enterpriseId)) !== null);
}

/**
 * Saves a card; null makes one. Under a new name the employee's account and phones bear it at once.
 *
 * @throws Refusal `not_found`; `unit_unknown` (enterpriseId)
 */
export async function saveEmployee(
  by: Saver,
  change: { readonly employeeId: string | null; readonly draft: EmployeeDraft },
  deps: EmployeeDeps,
): Promise<EmployeeView> {
  const { view, renamed } = await transaction(deps.database, (sql) => store(sql, { by, ...change }, deps));
  for (const { profile, phones } of renamed) {
    if (profile) deps.news.personChanged({ kind: 'put_person', profile });
    if (phones.removed.length > 0 || phones.put.length > 0) deps.news.phonesChanged(phones);
  }
  return view;
}

async function store(
  sql: Sql,
  { by, employeeId, draft }: { readonly by: Saver; readonly employeeId: string | null; readonly draft: EmployeeDraft },
  deps: EmployeeDeps,
) {
  const before = employeeId === null ? null : await selectEmployee(sql, employeeId);
  if (employeeId !== null && before === null) throw new Refusal('not_found', { what: 'employee' });
  const enterpriseId = draft.enterpriseId ?? before?.enterpriseId ?? (await firstEnterprise(sql));
  if ((await selectEnterprise(sql, enterpriseId)) === null) throw new Refusal('unit_unknown', {}, 'enterpriseId');
  const mailboxPassword = secretToStore(draft.mailboxPassword, before?.mailboxPassword ?? null, deps.secrets);
  const row = { ...draft, enterpriseId, mailboxPassword };
  const savedId = employeeId ?? (await insertEmployee(sql, row));
  if (employeeId !== null) await updateEmployee(sql, employeeId, row);
  const isRenamed = before !== null && before.fullName !== draft.fullName;
  const renamed = isRenamed ? await renameAccounts(sql, { employeeId: savedId, name: draft.fullName }, deps) : [];
  const view = await showEmployee(sql, savedId);
  await recordChange(sql, {
    ...{ ...objectOf(view), actor: savedBy(by), before: before && fieldsOf(before) },
    after: { ...fieldsOf(view), ...typedSecret('mailboxPassword', draft.mailboxPassword) },
  });
  return { view, renamed };
}

const objectOf = ({ employeeId, fullName }: Pick<EmployeeView, 'employeeId' | 'fullName'>) =>
  ({ kind: 'employee', objectId: employeeId, objectName: fullName }) as const;

/** Without the password, and without what follows from other settings. */
const fieldsOf = (row: object) => plainFields(row, ['mailboxPassword', 'mailLacks', 'account', 'enterpriseName']);

async function renameAccounts(
  sql: Sql,
  { employeeId, name }: { readonly employeeId: string; readonly name: string },
  { secrets }: EmployeeDeps,
): Promise<readonly Renamed[]> {
  const renamed: Renamed[] = [];
  for (const { personId } of await lockAccountsOf(sql, employeeId)) {
    const before = await selectStored(sql, personId);
    if (before === null) continue;
    await renamePerson(sql, personId, name);
    await updateAccount(sql, { personId, name, email: before.email });
    const phones = phoneChange(toPhoneOwner(before, secrets), toPhoneOwner({ ...before, fullName: name }, secrets));
    renamed.push({ profile: await telephonyProfile(sql, personId), phones });
  }
  return renamed;
}

/** @throws Refusal `not_found`; `in_use` { places } while there is an account */
export function removeEmployee(
  by: Saver,
  employeeId: string,
  { database }: Pick<EmployeeDeps, 'database'>,
): Promise<void> {
  return transaction(database, async (sql) => {
    const row = await selectEmployee(sql, employeeId);
    if (row === null) throw new Refusal('not_found', { what: 'employee' });
    if (row.account !== null) throw new Refusal('in_use', { places: row.account });
    await deleteEmployee(sql, employeeId);
    await recordChange(sql, { ...objectOf(row), actor: savedBy(by), before: fieldsOf(row), after: null });
  });
}

function toView({ mailboxPassword: _hidden, ...row }: StoredEmployee, hasMailServer: boolean): EmployeeView {
  return { ...row, mailLacks: missingForMail({ ...row, hasMailServer }) };
}
