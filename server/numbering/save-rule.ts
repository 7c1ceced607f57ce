import { type Database, type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { checkTemplate } from './check-template.ts';
import type { NumberedDocument, NumberingView, NumberRule } from './contract.ts';
import { putRule, selectRule } from './queries.ts';
import { sampleNumber } from './take-number.ts';

export interface NumberingDeps {
  readonly database: Database;
  /** IANA name: whose calendar divides the periods. */
  readonly timeZone: () => string;
}

/** Documents there are keep their numbers. @throws Refusal see `requireRule` */
export async function saveRule(document: NumberedDocument, rule: NumberRule, { database }: NumberingDeps) {
  requireRule(document, rule);
  await transaction(database, (sql) => putRule(sql, { document, journalId: null }, rule));
}

/** @throws Refusal template_unknown_token, template_without_counter, template_without_period, scope_not_for_document */
export function requireRule(document: NumberedDocument, rule: NumberRule): void {
  const issue = checkTemplate(rule.template, rule.resetPeriod);
  if (issue) throw new Refusal(issue.code, issue.details, 'template');
  const isStrange =
    (rule.scope === 'type' && document !== 'event') || (rule.scope === 'project' && document === 'project');
  if (isStrange) throw new Refusal('scope_not_for_document', {}, 'scope');
}

/** What a number of today would be. @throws Refusal see `requireRule` */
export async function sampleOf(
  sql: Sql,
  { document, rule, timeZone, now }: { document: NumberedDocument; rule: NumberRule; timeZone: string; now: Date },
): Promise<string> {
  requireRule(document, rule);
  return sampleNumber(sql, { document, tokens: {}, documentDate: now, createdAt: now, timeZone }, rule);
}

export async function readNumbering({ database: sql, timeZone }: NumberingDeps, now: Date): Promise<NumberingView> {
  const view = async (document: NumberedDocument) => {
    const rule = await selectRule(sql, document);
    return { ...rule, sample: await sampleOf(sql, { document, rule, timeZone: timeZone(), now }) };
  };
  const [event, task, project] = await Promise.all([view('event'), view('task'), view('project')]);
  return { event, task, project };
}
