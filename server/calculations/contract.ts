import { z } from 'zod';
import { type DocumentKind, documents } from './document-fields.ts';

export {
  type DocumentField,
  type DocumentKind,
  documentFields,
  documentNames,
  documents,
  fieldsOfDocument,
} from './document-fields.ts';
export { functionPalette, operationPalette, type PaletteEntry } from './palettes.ts';

/** When a program runs (D-09). */
export const triggers = [
  'on_new',
  'on_change',
  'before_save',
  'before_status',
  'after_save',
  'manual',
  'batch',
] as const;
export type Trigger = (typeof triggers)[number];

/** Events have no statuses to move between. */
export const triggersOf = (document: DocumentKind): readonly Trigger[] =>
  triggers.filter((trigger) => trigger !== 'before_status' || document !== 'event');

const programText = z.string().max(50_000);

export const calculationDraft = z.object({
  document: z.enum(documents),
  name: z.string().trim().min(1).max(100),
  trigger: z.enum(triggers),
  /** For `on_change`: codes of fields; empty: any field. */
  watchedFields: z.array(z.string().max(40)).max(50).default([]),
  code: programText.default(''),
  sortOrder: z.number().int().min(0).max(9999).default(100),
  isEnabled: z.boolean().default(true),
  note: z.string().trim().max(1000).default(''),
});
export type CalculationDraft = z.infer<typeof calculationDraft>;

/** A save names the version it was read with. */
export const calculationChange = calculationDraft.extend({ version: z.number().int().min(1) });
export type CalculationChange = z.infer<typeof calculationChange>;

/** Another enabled program sets the same field: the later one in order wins. */
export interface FieldClash {
  readonly field: string;
  readonly otherName: string;
  readonly wins: 'this' | 'other';
}

export interface CalculationRow extends Omit<CalculationDraft, 'code'> {
  readonly calculationId: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedByName: string | null;
}
export interface CalculationView extends CalculationRow {
  readonly code: string;
  readonly clashes: readonly FieldClash[];
}
export interface CalculationVersion {
  readonly version: number;
  readonly savedAt: string;
  readonly savedByName: string | null;
  readonly code: string;
}

export const programCheck = z.object({ document: z.enum(documents), code: programText });
/** What keeps a program from running; `line` counts from 1. */
export interface ProgramProblem {
  readonly line: number | null;
  readonly message: string;
}

/** Value of a field on the wire: moments as ISO text in UTC, people and the like as ids. */
export type FieldValue = string | number | boolean | null;
const fieldValues = z.record(z.string().max(40), z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]));

export const dryRunOrder = z.object({
  document: z.enum(documents),
  trigger: z.enum(triggers),
  code: programText,
  /** A stored document; its values are taken first, then those of `values` over them. */
  documentId: z.uuid().nullable().default(null),
  values: fieldValues.default({}),
});
export type DryRunOrder = z.infer<typeof dryRunOrder>;
export interface DryRunView {
  readonly outcome: RunOutcome;
  readonly message: string;
  readonly line: number | null;
  readonly warnings: readonly string[];
  readonly diff: readonly { readonly field: string; readonly before: FieldValue; readonly after: FieldValue }[];
  readonly actions: readonly ProgramAction[];
  readonly milliseconds: number;
}

/** What a program of `after_save` asks for: done by who called it, after the save. */
export type ProgramAction =
  | {
      readonly kind: 'create_task';
      readonly subject: string;
      readonly description: string;
      readonly performerId: string | null;
      readonly dueAt: string | null;
    }
  | { readonly kind: 'notify'; readonly personId: string; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string };

export const formRun = z.object({
  document: z.enum(documents),
  trigger: z.enum(['on_new', 'on_change', 'manual']),
  before: fieldValues.nullable().default(null),
  after: fieldValues,
});
export type FormRun = z.infer<typeof formRun>;
export interface FormRunView {
  readonly changes: Readonly<Record<string, FieldValue>>;
  readonly refusal: string | null;
  readonly messages: readonly string[];
}

export const constantTypes = ['NUM', 'CHAR', 'DATE', 'TIME'] as const;
const valueForms = {
  NUM: /^-?\d{1,15}(\.\d{1,10})?$/,
  CHAR: /^[\s\S]{0,2000}$/,
  DATE: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  TIME: /^([01]\d|2[0-3]):[0-5]\d$/,
} as const;
export const constantDraft = z
  .object({
    /** An identifier: programs say `константи.КОД`. */
    code: z.string().regex(/^[\p{L}_][\p{L}\p{N}_]{0,31}$/u),
    name: z.string().trim().max(100).default(''),
    type: z.enum(constantTypes),
    value: z.string().max(2000),
  })
  .refine(({ type, value }) => valueForms[type].test(value), { path: ['value'] });
export type ConstantDraft = z.infer<typeof constantDraft>;

export type RunOutcome = 'done' | 'refused' | 'failed';
export interface RunRow {
  readonly runId: number;
  readonly at: string;
  readonly calculationId: string | null;
  readonly name: string;
  readonly document: DocumentKind;
  readonly documentId: string | null;
  readonly trigger: Trigger;
  readonly outcome: RunOutcome;
  readonly message: string;
  readonly line: number | null;
  readonly milliseconds: number;
  readonly personName: string | null;
  readonly source: 'user' | 'load' | 'mail';
}
export const runFilter = z.object({
  calculationId: z.uuid().optional(),
  document: z.enum(documents).optional(),
  outcome: z.enum(['done', 'refused', 'failed']).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type RunFilter = z.infer<typeof runFilter>;
export const runLogSettings = z.object({ keepDays: z.number().int().min(1).max(3650) });

/*
 * GET    /api/calculations                         → { rows: CalculationRow[] } by document and order
 * GET    /api/calculations/:id                     → CalculationView; refusal calculation_not_found
 * POST   /api/calculations                         CalculationDraft → CalculationView; refusals name_taken, program_broken { line, because }
 * PUT    /api/calculations/:id                     CalculationChange → CalculationView; refusals as above and changed_meanwhile
 * DELETE /api/calculations/:id                     → 204
 * GET    /api/calculations/:id/versions            → { rows: CalculationVersion[] } newest first
 * POST   /api/calculations/:id/versions/:n/restore → CalculationView: the old text as a new version
 * POST   /api/calculations/check                   { document, code } → { problems: ProgramProblem[] }
 * POST   /api/calculations/dry-run                 DryRunOrder → DryRunView; saves nothing
 * POST   /api/calculations/form                    FormRun → FormRunView, for who may edit the document
 * GET    /api/calculations/documents?document=&q=  → { rows: { id, text }[] } to try a program on
 * GET    /api/calculations/constants               → { rows: ConstantDraft[] }; PUT, DELETE /constants/:code
 * GET    /api/calculations/runs?RunFilter          → { rows: RunRow[], keepDays }; PUT /runs/settings { keepDays }
 */
