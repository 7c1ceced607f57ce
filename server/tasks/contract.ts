import { z } from 'zod';
import { taskStages } from '../directories/contract.ts';
import type { TaskStage } from './next-stage.ts';

export { type TaskStage, whyNotMove } from './next-stage.ts';

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
const person = z.uuid().nullable().default(null);
const moment = z.iso.datetime({ offset: true }).nullable().default(null);
const people = z.array(z.uuid()).max(50).default([]);

/** The card of a task as it is saved. The number, the author and the stage are given by the server. */
export const taskDraft = z.object({
  subject: z.string().trim().min(1).max(300),
  description: z.string().trim().max(20_000).default(''),
  performerId: person,
  controllerId: person,
  coPerformerIds: people,
  observerIds: people,
  priority: z.enum(priorities).default('normal'),
  plannedStartAt: moment,
  dueAt: moment,
  percentDone: z.number().int().min(0).max(100).default(0),
  clientId: z.uuid().nullable().default(null),
  contactId: z.uuid().nullable().default(null),
  projectId: z.uuid().nullable().default(null),
  sourceEventId: z.uuid().nullable().default(null),
  result: z.string().trim().max(20_000).default(''),
});
export type TaskDraft = z.infer<typeof taskDraft>;

/** A save of a card names the version it was read with. */
export const taskChange = taskDraft.extend({ version: z.number().int().min(1) });
export type TaskChange = z.infer<typeof taskChange>;

export const taskMove = z.object({
  version: z.number().int().min(1),
  /** Code of a status; its stage is where the task goes. */
  status: z.string().max(32),
  reason: z.string().trim().max(2000).default(''),
  holdUntil: moment,
  confirmsOpenParts: z.boolean().default(false),
});
export type TaskMove = z.infer<typeof taskMove>;

export const ownPart = z.object({ isDone: z.boolean() });
export const commentDraft = z.object({ text: z.string().trim().min(1).max(4000) });

export interface TaskRow {
  readonly taskId: string;
  readonly number: string | null;
  readonly createdAt: string;
  readonly subject: string;
  readonly stage: TaskStage;
  readonly status: string;
  readonly statusName: string;
  readonly priority: (typeof priorities)[number];
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  readonly performerId: string | null;
  readonly performerName: string | null;
  readonly controllerName: string | null;
  readonly clientName: string | null;
  readonly projectName: string | null;
  readonly percentDone: number;
}
export interface TaskPersonView {
  readonly personId: string;
  readonly personName: string;
  readonly role: 'co_performer' | 'observer';
  /** When a co-performer marked their own part as done. */
  readonly doneAt: string | null;
}
export interface TaskCommentView {
  readonly commentId: string;
  readonly authorName: string;
  readonly text: string;
  readonly createdAt: string;
}
export interface TaskView extends TaskRow, Omit<TaskDraft, keyof TaskRow | 'coPerformerIds' | 'observerIds'> {
  readonly version: number;
  readonly authorId: string;
  readonly authorName: string;
  readonly contactName: string | null;
  readonly sourceEventNumber: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly holdUntil: string | null;
  readonly reason: string;
  readonly people: readonly TaskPersonView[];
  readonly comments: readonly TaskCommentView[];
}

const choice = z.uuid().optional();
export const taskListQuery = z.object({
  /** In what part the person asking is in the task. */
  mine: z.enum(['any', 'author', 'performer', 'controller']).optional(),
  performerId: choice,
  controllerId: choice,
  clientId: choice,
  projectId: choice,
  sourceEventId: choice,
  stage: z.enum(taskStages).optional(),
  overdue: z.enum(['yes']).optional(),
  /** Of the due date: `from` is in the range, `until` is not. */
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TaskListQuery = z.infer<typeof taskListQuery>;
export interface TaskPage {
  readonly rows: readonly TaskRow[];
  /** To ask for the next page with; null: this is the last. */
  readonly after: string | null;
}

/** Somebody who may be named in a task or an event. */
export interface PersonChoice {
  readonly personId: string;
  readonly personName: string;
}

/*
 * GET    /api/tasks/people          → { rows: PersonChoice[] }, active ones by name
 * GET    /api/tasks?TaskListQuery   → TaskPage, newest first
 * GET    /api/tasks/:taskId         → TaskView; refusal task_not_found
 * POST   /api/tasks                 TaskDraft → TaskView
 * PUT    /api/tasks/:taskId         TaskChange → TaskView; refusals changed_meanwhile { version }, person_not_found …
 * POST   /api/tasks/:taskId/move    TaskMove → TaskView; refusals of `nextStage`, changed_meanwhile
 * PUT    /api/tasks/:taskId/part    { isDone } → TaskView; refusal not_permitted for who is no co-performer
 * POST   /api/tasks/:taskId/comments { text } → TaskView
 * DELETE /api/tasks/:taskId         → 204
 */
