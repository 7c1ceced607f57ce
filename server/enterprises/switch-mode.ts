import { type Database, type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AccountingModeDraft, AccountingModeView } from './contract.ts';
import { lockMode, putMode, selectEnterprise, selectUnitColumns, selectUnitsIn, stampOldRows } from './queries.ts';

/**
 * Switches «Централізований облік» (D-10). On: everything without a unit gets the one named. Off: only while one unit
 * at most has data. What is as wished already stays untouched.
 *
 * @throws Refusal `unit_required`, `unit_unknown` (unitForOldData); `units_have_data` { units }
 */
export function switchMode(
  { isCentralised, unitForOldData }: AccountingModeDraft,
  { database }: { readonly database: Database },
): Promise<AccountingModeView> {
  return transaction(database, async (sql) => {
    const isOn = await lockMode(sql);
    if (isOn !== isCentralised) {
      if (isCentralised) await giveOldDataTo(sql, unitForOldData);
      else await requireOneUnit(sql);
      await putMode(sql, isCentralised);
    }
    return { isCentralised };
  });
}

async function giveOldDataTo(sql: Sql, unitId: string | null): Promise<void> {
  if (unitId === null) throw new Refusal('unit_required', {}, 'unitForOldData');
  const unit = await selectEnterprise(sql, unitId);
  if (!unit?.isActive) throw new Refusal('unit_unknown', {}, 'unitForOldData');
  for (const column of await selectUnitColumns(sql)) await stampOldRows(sql, column, unitId);
}

async function requireOneUnit(sql: Sql): Promise<void> {
  const names = new Map<string, string>();
  for (const column of await selectUnitColumns(sql)) {
    for (const { unitId, name } of await selectUnitsIn(sql, column)) names.set(unitId, name);
  }
  if (names.size > 1) throw new Refusal('units_have_data', { units: [...names.values()].join(', ') }, 'isCentralised');
}
