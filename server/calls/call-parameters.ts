import type { Sql } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { type CallParameters, callParameters } from './contract.ts';
import { holdsPassword } from './pbx-path.ts';
import { putParameters, selectParameters } from './queries.ts';

/** As last saved; what was never saved has its default. */
export async function readCallParameters(sql: Sql): Promise<CallParameters> {
  return callParameters.parse(await selectParameters(sql));
}

/** @throws Refusal input_invalid (timeZone, pbxTimeZone) for a zone that does not exist; pbx_path_required, pbx_path_secret */
export async function saveCallParameters(sql: Sql, parameters: CallParameters): Promise<CallParameters> {
  for (const field of ['timeZone', 'pbxTimeZone'] as const) {
    if (!isTimeZone(parameters[field])) throw new Refusal('input_invalid', { because: 'custom' }, field);
  }
  const { loadFromPbx, pbxPath } = parameters;
  if (loadFromPbx && pbxPath === '') throw new Refusal('pbx_path_required', {}, 'pbxPath');
  if (holdsPassword(pbxPath)) throw new Refusal('pbx_path_secret', {}, 'pbxPath');
  await putParameters(sql, parameters);
  return parameters;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // the only way to ask is to try
  }
}
