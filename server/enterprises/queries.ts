import type { Sql } from '../platform/database.ts';
import type { EnterpriseDraft, EnterpriseView } from './contract.ts';

/** What is stored and no console sees: the password is encrypted. */
export type StoredEnterprise = EnterpriseView & { readonly mailPassword: string | null };

/** All of them, closed ones too, by name in Ukrainian order. */
export function selectEnterprises(sql: Sql) {
  return sql<StoredEnterprise[]>`${enterprises(sql)} order by enterprises.name, enterprises.enterprise_id`;
}

export async function selectEnterprise(sql: Sql, enterpriseId: string): Promise<StoredEnterprise | null> {
  const [row] = await sql<StoredEnterprise[]>`${enterprises(sql)} where enterprises.enterprise_id = ${enterpriseId}`;
  return row ?? null;
}

function enterprises(sql: Sql) {
  return sql`
    select enterprises.enterprise_id, enterprises.parent_id, parent.name as parent_name, enterprises.code,
           enterprises.name, enterprises.full_name, enterprises.edrpou, enterprises.is_active, enterprises.smtp_host,
           enterprises.smtp_port, enterprises.mail_protection, enterprises.mail_login, enterprises.mail_password,
           enterprises.mail_password is not null as has_mail_password, enterprises.receiving_host,
           enterprises.receiving_protocol, enterprises.receiving_port, enterprises.sender_address,
           enterprises.check_every_minutes
    from enterprises left join enterprises parent on parent.enterprise_id = enterprises.parent_id`;
}

/** For a change of the tree: nobody else changes it until the transaction ends. Reading goes on. */
export async function lockTree(sql: Sql): Promise<void> {
  await sql`lock table enterprises in share row exclusive mode`;
}

type Row = Omit<EnterpriseDraft, 'mailPassword'> & { readonly mailPassword: string | null };

export async function insertEnterprise(sql: Sql, row: Row): Promise<string> {
  const [made] = await sql<{ enterpriseId: string }[]>`
    insert into enterprises ${sql({ ...row })} returning enterprise_id`;
  if (made === undefined) throw new Error('the enterprise is not there after saving');
  return made.enterpriseId;
}

export async function updateEnterprise(sql: Sql, enterpriseId: string, row: Row): Promise<void> {
  await sql`update enterprises set ${sql({ ...row })} where enterprise_id = ${enterpriseId}`;
}

export async function deleteEnterprise(sql: Sql, enterpriseId: string): Promise<void> {
  await sql`delete from enterprises where enterprise_id = ${enterpriseId}`;
}

export async function isCentralised(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ isCentralised: boolean }[]>`select is_centralised from accounting_mode`;
  return row?.isCentralised ?? false;
}

/** Locked until the transaction ends: two who switch wait for each other. */
export async function lockMode(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ isCentralised: boolean }[]>`select is_centralised from accounting_mode for update`;
  return row?.isCentralised ?? false;
}

export async function putMode(sql: Sql, isOn: boolean): Promise<void> {
  await sql`update accounting_mode set is_centralised = ${isOn}`;
}

/**
 * Every column that says which unit a row belongs to, whichever slice keeps it: asked of the database itself, so that a
 * new kind of document cannot be forgotten here. The lists of units a person may serve are no data of a unit.
 */
export function selectUnitColumns(sql: Sql) {
  return sql<UnitColumn[]>`
    select * from (${places(sql)}) place
    where column_name in ('unit_id', 'enterprise_id') and table_name <> 'person_units'`;
}

export interface UnitColumn {
  readonly tableName: string;
  readonly columnName: string;
}

/** What was there before belongs to this unit from now on. */
export async function stampOldRows(sql: Sql, { tableName, columnName }: UnitColumn, unitId: string): Promise<void> {
  await sql`update ${sql(tableName)} set ${sql(columnName)} = ${unitId} where ${sql(columnName)} is null`;
}

/** Names of the units that have rows in the table. */
export function selectUnitsIn(sql: Sql, { tableName, columnName }: UnitColumn) {
  return sql<{ unitId: string; name: string }[]>`
    select distinct unit.enterprise_id as unit_id, unit.name
    from ${sql(tableName)} holder join enterprises unit on unit.enterprise_id = holder.${sql(columnName)}`;
}

/** Which columns point at a unit: for a delete that says where it is in use. */
export function selectPlaces(sql: Sql) {
  return sql<UnitColumn[]>`${places(sql)}`;
}

function places(sql: Sql) {
  return sql`
    select child.relname::text as table_name, col.attname::text as column_name
    from pg_constraint link
    join pg_class child on child.oid = link.conrelid
    join pg_attribute col on col.attrelid = link.conrelid and col.attnum = link.conkey[1]
    where link.contype = 'f' and link.confrelid = 'enterprises'::regclass and array_length(link.conkey, 1) = 1
    order by child.relname, col.attname`;
}

export async function countAt(sql: Sql, { tableName, columnName }: UnitColumn, unitId: string): Promise<number> {
  const [row] = await sql<{ howMany: number }[]>`
    select count(*) as how_many from ${sql(tableName)} where ${sql(columnName)} = ${unitId}`;
  return row?.howMany ?? 0;
}
