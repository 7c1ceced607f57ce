import type { Sql } from '../platform/database.ts';
import { calendarDay } from './calendar-day.ts';
import type { NumberedDocument, NumberRule } from './contract.ts';
import { periodKey } from './period-key.ts';
import { peekNext, selectJournalRule, selectRule, takeNext } from './queries.ts';
import { type NumberTokens, renderNumber } from './render-number.ts';
import { type Belonging, scopeKey } from './scope-key.ts';

export interface DocumentToNumber extends Belonging {
  readonly document: NumberedDocument;
  readonly tokens: NumberTokens;
  readonly documentDate: Date;
  readonly createdAt: Date;
  /** IANA name: whose calendar divides the periods. */
  readonly timeZone: string;
}

/** Service events and the child events of a call (D-06). */
const unnumberedTypes: readonly string[] = ['phone_on', 'phone_off', 'call_transfer', 'call_queue'];

/**
 * The number of a new document, in the transaction of its first save: it goes back if that rolls back, and is never given
 * again once committed. Savers in one series wait for each other, so take it late in the transaction.
 *
 * @returns null: the document takes no number by itself (D-06)
 */
export async function takeNumber(sql: Sql, document: DocumentToNumber): Promise<string | null> {
  if (document.eventTypeCode && unnumberedTypes.includes(document.eventTypeCode)) return null;
  const { rule, ownerId } = await ruleOf(sql, document);
  return rule.auto ? numberWith(rule, { document, ownerId, count: (key) => takeNext(sql, key, rule.startFrom) }) : null;
}

/** The next number of the kind under a rule that may not be saved yet; nothing is taken. */
export function sampleNumber(sql: Sql, document: DocumentToNumber, rule: NumberRule): Promise<string> {
  return numberWith(rule, { document, ownerId: null, count: (key) => peekNext(sql, key, rule.startFrom) });
}

/** A project's rule is its journal's, inherited where that has none of its own (D-07). */
async function ruleOf(sql: Sql, { document, journalId }: DocumentToNumber) {
  const own = document === 'project' && journalId ? await selectJournalRule(sql, journalId) : null;
  return { rule: own ?? (await selectRule(sql, document)), ownerId: own?.ownerId ?? null };
}

interface Counting {
  readonly document: DocumentToNumber;
  readonly ownerId: string | null;
  readonly count: (key: Parameters<typeof takeNext>[1]) => Promise<number>;
}

async function numberWith(rule: NumberRule, { document, ownerId, count }: Counting): Promise<string> {
  const moment = rule.periodDate === 'document' ? document.documentDate : document.createdAt;
  const day = calendarDay(moment, document.timeZone);
  const counter = await count({
    document: document.document,
    scopeKey: scopeKey(rule.scope, document, ownerId),
    periodKey: periodKey(rule.resetPeriod, day),
  });
  return renderNumber(rule, { counter, day, tokens: document.tokens });
}
