import type { Sql } from '../platform/database.ts';
import type { EmployeeDraft, EmployeeView, PersonDraft } from './contract.ts';

/** What is stored and no console sees: the password is encrypted. Which mail server serves them is asked apart. */
export type StoredEmployee = Omit<EmployeeView, 'mailLacks'> & { readonly mailboxPassword: string | null };

/** Everybody, former ones too, by name in Ukrainian order. */
export function selectEmployees(sql: Sql) {
  return sql<StoredEmployee[]>`${employees(sql)} order by employees.full_name, employees.employee_id`;
}

export async function selectEmployee(sql: Sql, employeeId: string): Promise<StoredEmployee | null> {
  const [row] = await sql<StoredEmployee[]>`${employees(sql)} where employees.employee_id = ${employeeId}`;
  return row ?? null;
}

/** The employee behind an account. @returns null when there is no such account */
export async function selectEmployeeOf(sql: Sql, personId: string): Promise<StoredEmployee | null> {
  const [row] = await sql<StoredEmployee[]>`
    ${employees(sql)}
    where employees.employee_id = (select employee_id from people where person_id = ${personId})`;
  return row ?? null;
}

/** Of several accounts the one in use, and of those the oldest, stands for the employee. */
function employees(sql: Sql) {
  return sql`
    select employees.employee_id, employees.enterprise_id, enterprises.name as enterprise_name, employees.full_name,
           employees.position, employees.department, employees.phone_number, employees.email, employees.note,
           employees.is_active, employees.mailbox_password,
           employees.mailbox_password is not null as has_mailbox_password, user_of.person_id, user_of.email as account
    from employees
    join enterprises on enterprises.enterprise_id = employees.enterprise_id
    left join lateral (
      select people.person_id, account.email
      from people join auth."user" account on account.id = people.person_id
      where people.employee_id = employees.employee_id
      order by people.is_active desc, people.created_at, people.person_id limit 1
    ) user_of on true`;
}

type Row = Omit<EmployeeDraft, 'enterpriseId'> & { readonly enterpriseId: string };

export async function insertEmployee(sql: Sql, row: Row): Promise<string> {
  const [made] = await sql<{ employeeId: string }[]>`insert into employees ${sql({ ...row })} returning employee_id`;
  if (made === undefined) throw new Error('the employee is not there after saving');
  return made.employeeId;
}

export async function updateEmployee(sql: Sql, employeeId: string, row: Row): Promise<void> {
  await sql`update employees set ${sql({ ...row })} where employee_id = ${employeeId}`;
}

export async function deleteEmployee(sql: Sql, employeeId: string): Promise<void> {
  await sql`delete from employees where employee_id = ${employeeId}`;
}

/** The firm's only enterprise, or the oldest at the top of the tree. */
export async function firstEnterprise(sql: Sql): Promise<string> {
  const [row] = await sql<{ enterpriseId: string }[]>`
    select enterprise_id from enterprises where is_active
    order by parent_id nulls first, created_at, enterprise_id limit 1`;
  if (row === undefined) throw new Error('there is no enterprise');
  return row.enterpriseId;
}

type FromAccount = Pick<PersonDraft, 'fullName' | 'position' | 'phoneNumber' | 'email' | 'isActive'>;

/** An employee for an account that was made without one. */
export async function insertEmployeeOf(
  sql: Sql,
  { fullName, position, phoneNumber, email, isActive, enterpriseId }: FromAccount & { enterpriseId: string | null },
): Promise<string> {
  const row = { fullName, position, phoneNumber, email, isActive, department: '', mailboxPassword: null, note: '' };
  return insertEmployee(sql, { ...row, enterpriseId: enterpriseId ?? (await firstEnterprise(sql)) });
}

/** The name stands in both cards and is one. */
export async function renameEmployee(sql: Sql, employeeId: string, fullName: string): Promise<void> {
  await sql`update employees set full_name = ${fullName} where employee_id = ${employeeId} and full_name <> ${fullName}`;
}

export async function selectEmployeeName(sql: Sql, employeeId: string): Promise<string | null> {
  const [row] = await sql<{ fullName: string }[]>`select full_name from employees where employee_id = ${employeeId}`;
  return row?.fullName ?? null;
}

/** Another active account of the employee in the same unit, by its e-mail. @returns null when there is none */
export async function findEmployeeAccount(
  sql: Sql,
  { employeeId, unitId, personId }: { employeeId: string | null; unitId: string | null; personId: string | null },
): Promise<string | null> {
  const [row] = await sql<{ email: string }[]>`
    select account.email from people join auth."user" account on account.id = people.person_id
    where employee_id = ${employeeId} and is_active and person_id is distinct from ${personId}
      and (${unitId}::uuid is null or unit_id is not distinct from ${unitId}) limit 1`;
  return row?.email ?? null;
}

/** Accounts of the employee: their names follow. Locked until the transaction ends. */
export function lockAccountsOf(sql: Sql, employeeId: string) {
  return sql<{ personId: string }[]>`
    select person_id from people where employee_id = ${employeeId} order by person_id for update`;
}

export async function renamePerson(sql: Sql, personId: string, fullName: string): Promise<void> {
  await sql`update people set full_name = ${fullName} where person_id = ${personId}`;
}
