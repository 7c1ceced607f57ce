import { type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { deleteRow, insertRow, lockTable, updateRow } from './queries.ts';
import type { Registry, RegistryDeps, RegistryDraft } from './registry.ts';
import { type Obstacle, whyNotChange, whyNotCreate, whyNotDelete } from './why-not.ts';

type RowOf<Draft> = Draft & { readonly isSystem: boolean };

/** Adds a user row. @throws Refusal code_taken, name_taken */
export function createRow<Draft extends RegistryDraft, View extends RowOf<Draft>>(
  draft: Draft,
  registry: Registry<Draft, View>,
  deps: RegistryDeps<View>,
): Promise<View> {
  return save(registry, deps, async (sql, rows) => {
    requireNone(whyNotCreate(draft, rows));
    await insertRow(sql, registry.table, draft);
    return draft.code;
  });
}

/** @throws Refusal not_found, code_fixed, name_taken, system_row_fixed, last_hotline_status */
export function changeRow<Draft extends RegistryDraft, View extends RowOf<Draft>>(
  { code, draft }: { readonly code: string; readonly draft: Draft },
  registry: Registry<Draft, View>,
  deps: RegistryDeps<View>,
): Promise<View> {
  return save(registry, deps, async (sql, rows) => {
    const before = requireRow(rows, code);
    requireNone(whyNotChange(draft, { before, rows, neededCodes: registry.neededCodes }));
    requireNone(registry.whyNotAll([...rows.filter((row) => row !== before), draft]));
    await updateRow(sql, registry.table, draft);
    return code;
  });
}

/** @throws Refusal not_found, system_row_fixed, in_use { places }, last_hotline_status */
export async function removeRow<Draft extends RegistryDraft, View extends RowOf<Draft>>(
  code: string,
  registry: Registry<Draft, View>,
  deps: RegistryDeps<View>,
): Promise<void> {
  const rows = await transaction(deps.database, async (sql) => {
    await lockTable(sql, registry.table);
    const before = await registry.select(sql);
    const row = requireRow(before, code);
    const after = before.filter((other) => other !== row);
    requireNone(whyNotDelete(row, await deps.countUses(sql, code)));
    requireNone(registry.whyNotAll(after));
    await deleteRow(sql, registry.table, code);
    return after;
  });
  deps.changed(rows);
}

/** @param write checks and writes, and tells the code of the row it wrote */
async function save<Draft extends RegistryDraft, View extends RowOf<Draft>>(
  registry: Registry<Draft, View>,
  deps: RegistryDeps<View>,
  write: (sql: Sql, rows: readonly View[]) => Promise<string>,
): Promise<View> {
  const { code, rows } = await transaction(deps.database, async (sql) => {
    await lockTable(sql, registry.table);
    const written = await write(sql, await registry.select(sql));
    return { code: written, rows: await registry.select(sql) };
  });
  deps.changed(rows);
  return requireRow(rows, code);
}

function requireRow<Row extends { readonly code: string }>(rows: readonly Row[], code: string): Row {
  const row = rows.find((candidate) => candidate.code === code);
  if (row === undefined) throw new Refusal('not_found', { what: 'status' });
  return row;
}

function requireNone(obstacle: Obstacle | null): void {
  if (obstacle) throw new Refusal(obstacle.code, obstacle.details, obstacle.field);
}
