import { z } from 'zod';

export const numberedDocuments = ['event', 'task', 'project'] as const;
export type NumberedDocument = (typeof numberedDocuments)[number];
export const resetPeriods = ['never', 'year', 'quarter', 'month', 'day'] as const;
export type ResetPeriod = (typeof resetPeriods)[number];
export const numberScopes = ['global', 'journal', 'project', 'unit', 'type'] as const;
export type NumberScope = (typeof numberScopes)[number];

/** One parameter set (D-06): the events', the tasks', the projects', or a journal's own. */
export const numberRule = z.object({
  auto: z.boolean().default(true),
  prefix: z.string().trim().max(10).default(''),
  suffix: z.string().trim().max(10).default(''),
  template: z.string().trim().min(1).max(80).default('{PREFIX}-{YYYY}-{N}'),
  /** Digits, zero-filled; a longer number widens and is never cut. */
  counterWidth: z.number().int().min(1).max(12).default(6),
  startFrom: z.number().int().min(1).max(999_999_999).default(1),
  resetPeriod: z.enum(resetPeriods).default('year'),
  /** `type` is for events only. */
  scope: z.enum(numberScopes).default('global'),
  periodDate: z.enum(['document', 'created']).default('document'),
  manualEdit: z.enum(['forbidden', 'with_right']).default('forbidden'),
  /** Of numbers given by hand; automatic ones never repeat. */
  uniqueness: z.enum(['refuse', 'warn']).default('refuse'),
});
export type NumberRule = z.infer<typeof numberRule>;

export type NumberingView = Readonly<Record<NumberedDocument, NumberRule & { readonly sample: string }>>;

export const numberSample = z.object({ document: z.enum(numberedDocuments), rule: numberRule });

/*
 * GET  /api/numbering            → NumberingView
 * PUT  /api/numbering/:document  NumberRule → 204; refusals: template_without_counter, template_without_period,
 *                                template_unknown_token { token } (field template); scope_not_for_document (field scope)
 * POST /api/numbering/sample     { document, rule } → { sample }: the next number under a rule not yet saved; same refusals
 */
