import { defaultParameters, type HotlineParameters, type RememberedCall } from '../telephony/index.ts';
import type { Switchboard } from '../telephony/switchboard/index.ts';
import type { CallParameters } from './calls/contract.ts';
import { recentlyEndedCalls, rememberedCalls } from './calls/index.ts';
import { statusRules } from './directories/index.ts';
import { lines } from './hotline/index.ts';
import { telephonyProfiles } from './people/index.ts';
import type { Sql } from './platform/database.ts';
import { rememberedPeople } from './presence/index.ts';

interface RestoreDeps {
  readonly sql: Sql;
  readonly parameters: CallParameters;
}

/**
 * Tells the hot line what was set up and what the ledger remembers, before it meets the PBX. Everything the ledger has
 * must be in the database by then.
 *
 * @returns the calls whose end the ledger has not seen
 */
export async function restoreHotline(
  switchboard: Switchboard,
  { sql, parameters }: RestoreDeps,
): Promise<readonly RememberedCall[]> {
  const [statuses, profiles, servedLines, people, calls, ended] = await Promise.all([
    statusRules(sql),
    telephonyProfiles(sql),
    lines(sql),
    rememberedPeople(sql),
    rememberedCalls(sql),
    recentlyEndedCalls(sql),
  ]);
  switchboard.setUp({ kind: 'put_parameters', parameters: hotlineParameters(parameters) });
  switchboard.setUp({ kind: 'put_statuses', statuses });
  for (const profile of profiles) switchboard.setUp({ kind: 'put_person', profile });
  for (const line of servedLines) switchboard.setUp({ kind: 'put_line', line });
  for (const person of people) switchboard.setUp({ kind: 'restore_person', person });
  for (const call of calls) switchboard.setUp({ kind: 'restore_call', call });
  for (const callId of ended) switchboard.setUp({ kind: 'restore_ended_call', callId });
  switchboard.setUp({ kind: 'restored' });
  return calls;
}

/** What Settings say, with what nobody changes. */
export function hotlineParameters(parameters: CallParameters): HotlineParameters {
  const { directRingSeconds, directQueueLimitSeconds, directWrapUpSeconds, outgoingCallerId } = parameters;
  return { ...defaultParameters, directRingSeconds, directQueueLimitSeconds, directWrapUpSeconds, outgoingCallerId };
}
