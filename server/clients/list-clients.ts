import { z } from 'zod';
import { digitsOf } from '../../telephony/numbers/index.ts';
import type { Sql } from '../platform/database.ts';
import { type Page, pageOf } from '../platform/page-of.ts';
import type { ClientRow } from './contract.ts';
import { type ClientPlace, selectClients } from './queries.ts';

export const clientListQuery = z.object({
  q: z.string().trim().max(100).default(''),
  after: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ClientListQuery = z.infer<typeof clientListQuery>;

const PLACE = /^(?<clientId>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (?<name>.+)$/su;

/** Digits fewer than this are more likely a part of a name than of a phone. */
const FEWEST_DIGITS = 3;

/** By name in Ukrainian order; `q` is a part of the name or phone, or the beginning of the ЄДРПОУ. */
export async function listClients(sql: Sql, { q, after, limit }: ClientListQuery): Promise<Page<ClientRow>> {
  const rows = await selectClients(sql, {
    text: q === '' ? null : q,
    digits: searchedDigits(q),
    after: after === undefined ? null : parsePlace(after),
    limit: limit + 1,
  });
  return pageOf(rows, limit, (last) => `${last.clientId} ${last.name}`);
}

/** «050 123» is looked for as 50123: stored numbers have the country in place of the trunk 0. */
export function searchedDigits(q: string): string | null {
  if (!/^[+\d\s().-]+$/.test(q)) return null;
  const digits = digitsOf(q).replace(/^0+/, '');
  return digits.length >= FEWEST_DIGITS ? digits : null;
}

/** A place nobody gave out begins the list anew. */
function parsePlace(after: string): ClientPlace | null {
  const { clientId, name } = PLACE.exec(after)?.groups ?? {};
  return clientId === undefined || name === undefined ? null : { clientId, name };
}
