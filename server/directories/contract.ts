import { z } from 'zod';

/** «Статуси користувачів» (R-080…R-083, D-03) and «Статуси задач» (R-070…R-072, D-02): two registries, one rule for system rows. */
const code = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_]{1,31}$/);
const name = z.string().trim().min(1).max(100);

export const userStatusColours = ['free', 'ringing', 'talking', 'wrap_up', 'break', 'away', 'bad'] as const;

export const userStatusDraft = z.object({
  code,
  name,
  acceptsHotline: z.boolean().default(false),
  acceptsDirect: z.enum(['yes', 'waiting', 'no']).default('yes'),
  isWorkingTime: z.boolean().default(true),
  isSetByHand: z.boolean().default(true),
  needsReason: z.boolean().default(false),
  /** A warning is shown after so many minutes; null: never. */
  limitMinutes: z.number().int().min(1).max(1440).nullable().default(null),
  colour: z.enum(userStatusColours).default('break'),
  sortOrder: z.number().int().min(0).max(9999).default(100),
  isActive: z.boolean().default(true),
  note: z.string().trim().max(1000).default(''),
});
export type UserStatusDraft = z.infer<typeof userStatusDraft>;
export type UserStatusView = UserStatusDraft & { readonly isSystem: boolean };

export const taskStages = [
  'created',
  'assigned',
  'in_progress',
  'on_hold',
  'done',
  'rework',
  'closed',
  'rejected',
  'cancelled',
] as const;

export const taskStatusDraft = z.object({
  code,
  name,
  stage: z.enum(taskStages),
  percentDone: z.number().int().min(0).max(100).default(0),
  needsReason: z.boolean().default(false),
  sortOrder: z.number().int().min(0).max(9999).default(100),
  isActive: z.boolean().default(true),
  note: z.string().trim().max(1000).default(''),
});
export type TaskStatusDraft = z.infer<typeof taskStatusDraft>;
export type TaskStatusView = TaskStatusDraft & {
  readonly isSystem: boolean;
  readonly isInitial: boolean;
  readonly isFinal: boolean;
};

/*
 * Routes, the same for `/api/directories/user-statuses` and `/api/directories/task-statuses`:
 *   GET    /         → { rows: …View[] } in sort order
 *   POST   /         …Draft → …View; refusals: code_taken, name_taken (field)
 *   PUT    /:code    …Draft → …View; a system row takes only sortOrder, isActive and note: system_row_fixed;
 *                    the last active status that accepts the hot line stays: last_hotline_status
 *   DELETE /:code    → 204; refusals: system_row_fixed, in_use { places }
 */
