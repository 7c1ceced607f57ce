import type { Sql } from '../platform/database.ts';
import type { DigitsPreview } from './contract.ts';
import { selectNumbersSince } from './queries.ts';
import { whyNotLogged } from './why-not-logged.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
const SHOWN = 10;

/** What N would have done to the calls of the past seven days, by the very rule that keeps calls out. */
export async function previewDigits(
  sql: Sql,
  { minLoggedDigits, now }: { readonly minLoggedDigits: number; readonly now: Date },
): Promise<DigitsPreview> {
  const numbers = await selectNumbersSince(sql, new Date(now.getTime() - WEEK_MS));
  const keptOut = numbers.filter(({ otherNumber }) => whyNotLogged(otherNumber, minLoggedDigits) !== null);
  return {
    calls: sum(numbers),
    keptOut: sum(keptOut),
    examples: keptOut.slice(0, SHOWN).map(({ otherNumber, calls }) => ({ number: otherNumber ?? '', calls })),
  };
}

const sum = (numbers: readonly { calls: number }[]) => numbers.reduce((total, { calls }) => total + calls, 0);
