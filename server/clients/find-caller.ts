import { type CountryCode, digitsOf, phoneKeys, whyNotMatched } from '../../telephony/numbers/index.ts';
import type { Sql } from '../platform/database.ts';
import type { CallerMatch } from './contract.ts';
import { matchPhone } from './match-phone.ts';
import { selectPhoneCandidates } from './queries.ts';

/** Extensions are told by the query itself, which knows the people's numbers of this moment. */
const dialPlan = { isInternal: () => false };

/**
 * Who is calling (R-157, C12): one round trip, best first; empty when nobody is known or the number is of a kind that
 * never matches a client.
 *
 * @param number as received, or E.164
 */
export async function findCaller(
  sql: Sql,
  number: string,
  homeRegion: CountryCode = 'UA',
): Promise<readonly CallerMatch[]> {
  if (whyNotMatched(number, { ...dialPlan, homeRegion }) !== null) return [];
  const keys = phoneKeys(number, homeRegion);
  return matchPhone(keys, await selectPhoneCandidates(sql, keys, digitsOf(number)));
}
