import { plainFields, recordChange, type Saver, savedBy } from '../history/index.ts';
import { type Database, type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { type CallParameters, callParameters } from './contract.ts';
import { holdsPassword } from './pbx-path.ts';
import { putParameters, selectParameters } from './queries.ts';

/** As last saved; what was never saved has its default. */
export async function readCallParameters(sql: Sql): Promise<CallParameters> {
  return callParameters.parse(await selectParameters(sql));
}

/** @throws Refusal input_invalid (timeZone, pbxTimeZone) for a zone that does not exist; pbx_path_required, pbx_path_secret */
export async function saveCallParameters(
  by: Saver,
  parameters: CallParameters,
  database: Database,
): Promise<CallParameters> {
  for (const field of ['timeZone', 'pbxTimeZone'] as const) {
    if (!isTimeZone(parameters[field])) throw new Refusal('input_invalid', { because: 'custom' }, field);
  }
  const { loadFromPbx, pbxPath } = parameters;
  if (loadFromPbx && pbxPath === '') throw new Refusal('pbx_path_required', {}, 'pbxPath');
  if (holdsPassword(pbxPath)) throw new Refusal('pbx_path_secret', {}, 'pbxPath');
  return transaction(database, async (sql) => {
    const change = { before: plainFields(await readCallParameters(sql)), after: plainFields(parameters) };
    await putParameters(sql, parameters);
    await recordChange(sql, {
      kind: 'parameters',
      objectId: 'calls',
      objectName: 'calls',
      actor: savedBy(by),
      ...change,
    });
    return parameters;
  });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // the only way to ask is to try
  }
}
