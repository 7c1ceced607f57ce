import { z } from 'zod';
import { documentKinds, settingKinds } from './history-fields.ts';

export { documentKinds, fieldsOf, settingKinds } from './history-fields.ts';

export const historySources = ['user', 'calculation', 'load', 'import', 'api'] as const;
export type HistorySource = (typeof historySources)[number];

/** Value of a field as it was seen: a code keeps its text of that day; a secret keeps nothing but that there was one. */
export type HistoryValue = string | number | boolean | null | { readonly code: string; readonly text: string } | Secret;

/** A password or the like: the history says only that it changed. */
export type Secret = { readonly secret: true };

/** One field of one change. `field` `*` is the whole object: made (`before` null) or removed (`after` null). */
export interface HistoryRow {
  readonly entryId: string;
  readonly changeId: string;
  readonly at: string;
  readonly kind: string;
  readonly objectId: string;
  readonly objectName: string;
  readonly field: string;
  readonly before: HistoryValue;
  readonly after: HistoryValue;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly source: HistorySource;
  readonly reason: string;
}

export const historyFilter = z.object({
  kind: z.enum([...documentKinds, ...settingKinds]).optional(),
  objectId: z.string().max(100).optional(),
  personId: z.uuid().optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type HistoryFilter = z.infer<typeof historyFilter>;

/** «Ведення історії» of one kind of document. */
export interface HistoryRules {
  readonly kind: (typeof documentKinds)[number];
  readonly fields: readonly { readonly field: string; readonly isKept: boolean }[];
  /** 0: for ever. */
  readonly keepMonths: number;
}

export const historyRulesDraft = z.object({
  /** Fields to keep; the others are not. */
  kept: z.array(z.string().max(60)).max(100),
  keepMonths: z.number().int().min(0).max(600),
});
export type HistoryRulesDraft = z.infer<typeof historyRulesDraft>;

/*
 * GET /api/history?kind=&objectId=&personId=&from=&to=&after=&limit= → { rows: HistoryRow[], after: string | null }  newest first
 * GET /api/history/rules        → { rules: HistoryRules[] }
 * PUT /api/history/rules/:kind  HistoryRulesDraft → HistoryRules; refusal unknown_field { field }
 */
