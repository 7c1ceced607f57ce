import { z } from 'zod';

/**
 * «Типи подій» (R-060…R-065, D-01), «Статуси задач» (R-070…R-072, D-02) and «Статуси користувачів» (R-080…R-083, D-03): one
 * rule for system rows.
 */
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

export const eventChannels = ['call', 'paper', 'email', 'in_person', 'messenger', 'site', 'service', 'other'] as const;
export const eventDirections = ['in', 'out', 'none'] as const;
export const taskPerformers = ['author', 'client_manager', 'project_manager'] as const;

export const eventTypeDraft = z.object({
  code,
  name,
  channel: z.enum(eventChannels).default('other'),
  direction: z.enum(eventDirections).default('none'),
  isClientContact: z.boolean().default(true),
  /** Saving an event of the type asks for a client. */
  needsClient: z.boolean().default(false),
  defaultMinutes: z.number().int().min(1).max(1440).nullable().default(null),
  /** An event of the type brings a task: who performs it, and how many hours after the event it is due (null: no due time). */
  createsTask: z.boolean().default(false),
  taskPerformer: z.enum(taskPerformers).default('author'),
  taskDueHours: z.number().int().min(1).max(8760).nullable().default(null),
  sortOrder: z.number().int().min(0).max(9999).default(100),
  isActive: z.boolean().default(true),
  note: z.string().trim().max(1000).default(''),
});
export type EventTypeDraft = z.infer<typeof eventTypeDraft>;
export type EventMaker = 'phone' | 'loader' | 'user' | 'mail_receiver' | 'mail_sender' | 'queue_kiosk';
export type EventTypeView = EventTypeDraft & { readonly isSystem: boolean; readonly madeBy: readonly EventMaker[] };

/*
 * Routes, the same for `/api/directories/user-statuses`, `/api/directories/task-statuses` and `/api/directories/event-types`:
 *   GET    /         → { rows: …View[] } in sort order
 *   POST   /         …Draft → …View; refusals: code_taken, name_taken (field)
 *   PUT    /:code    …Draft → …View; a system row takes only sortOrder, isActive and note: system_row_fixed;
 *                    the last active status that accepts the hot line stays: last_hotline_status
 *   DELETE /:code    → 204; refusals: system_row_fixed, in_use { places }
 */
