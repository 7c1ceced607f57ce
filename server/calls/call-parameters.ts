import type { Sql } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { type CallParameters, callParameters } from './contract.ts';
import { putParameters, selectParameters } from './queries.ts';

/** As last saved; what was never saved has its default. */
export async function readCallParameters(sql: Sql): Promise<CallParameters> {
  return callParameters.parse(await selectParameters(sql));
}

/** @throws Refusal input_invalid (field timeZone) for a zone that does not exist */
export async function saveCallParameters(sql: Sql, parameters: CallParameters): Promise<CallParameters> {
  if (!isTimeZone(parameters.timeZone)) throw new Refusal('input_invalid', { because: 'custom' }, 'timeZone');
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
