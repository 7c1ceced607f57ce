import type { Person } from '../access/index.ts';
import { takeNumber } from '../numbering/index.ts';
import { type Database, type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { TaskChange, TaskDraft, TaskMove, TaskView } from './contract.ts';
import { followUp } from './follow-up.ts';
import { firstStage, nextStage } from './next-stage.ts';
import {
  areActivePeople,
  checkLinks,
  defaultStatus,
  deleteTask,
  findActiveStatus,
  insertComment,
  insertTask,
  type LockedTask,
  lockTask,
  markPart,
  putPeople,
  selectTask,
  updateStage,
  updateTask,
} from './queries.ts';

export interface SaveTaskDeps {
  readonly database: Database;
  /** Whose calendar divides the periods of numbering; an IANA name. */
  readonly timeZone: () => string;
  readonly now: () => Date;
}

/** The author is who saves it; with a performer it is assigned in one step (D-02). */
export function createTask(person: Person, draft: TaskDraft, deps: SaveTaskDeps): Promise<TaskView> {
  const { database, timeZone, now } = deps;
  return transaction(database, async (sql) => {
    await check(sql, draft);
    const at = now();
    const authorId = person.personId;
    const status = await defaultStatus(sql, firstStage({ authorId, performerId: draft.performerId }));
    const number = await takeNumber(sql, {
      document: 'task',
      ...(draft.projectId === null ? {} : { projectId: draft.projectId }),
      tokens: {},
      documentDate: at,
      createdAt: at,
      timeZone: timeZone(),
    });
    const taskId = await insertTask(sql, draft, { authorId, number, status, now: at });
    await putEverybody(sql, taskId, draft);
    const after = await viewOf(sql, taskId, at);
    await followUp(sql, { personId: authorId, before: null, after, now: at });
    return after;
  });
}

/**
 * A performer named for a new or a rejected task makes it assigned (D-02), in progress when it is the author's own.
 *
 * @throws Refusal task_not_found, changed_meanwhile { version }, person_not_found, client_not_found, contact_not_found,
 * unknown_project, event_not_found, not_yours_to_move when somebody else than the author sets the performer
 */
export function changeTask(person: Person, given: { taskId: string; change: TaskChange }, deps: SaveTaskDeps) {
  const { taskId, change } = given;
  const { version, ...draft } = change;
  return transaction(deps.database, async (sql) => {
    const before = await requireTask(sql, taskId, version);
    await check(sql, draft);
    const at = deps.now();
    const former = await viewOf(sql, taskId, at);
    const isAssigning = draft.performerId !== before.performerId;
    if (isAssigning && before.authorId !== person.personId) throw new Refusal('not_yours_to_move', {}, 'performerId');
    await updateTask(sql, taskId, draft);
    await putEverybody(sql, taskId, draft);
    if (isAssigning && ['created', 'assigned', 'rejected'].includes(before.stage)) {
      const stage = firstStage({ authorId: before.authorId, performerId: draft.performerId });
      await updateStage(sql, taskId, { status: await defaultStatus(sql, stage), reason: '', holdUntil: null, now: at });
    }
    const after = await viewOf(sql, taskId, at);
    await followUp(sql, { personId: person.personId, before: former, after, now: at });
    return after;
  });
}

/** @throws Refusal task_not_found, changed_meanwhile, unknown_status, and those of `nextStage` */
export function moveTask(person: Person, given: { taskId: string; move: TaskMove }, deps: SaveTaskDeps) {
  const { taskId, move } = given;
  return transaction(deps.database, async (sql) => {
    const before = await requireTask(sql, taskId, move.version);
    const status = await findActiveStatus(sql, move.status);
    if (status === null) throw new Refusal('unknown_status', {}, 'status');
    const next = nextStage(
      // Projects name no manager yet.
      { ...before, projectManagerId: null },
      {
        move: {
          to: status.stage,
          reason: move.reason,
          hasHoldUntil: move.holdUntil !== null,
          confirmsOpenParts: move.confirmsOpenParts,
        },
        personId: person.personId,
        needsReason: status.needsReason,
      },
    );
    if ('refusal' in next) throw new Refusal(next.refusal, { parts: before.openParts }, next.field ?? null);
    const at = deps.now();
    const former = await viewOf(sql, taskId, at);
    await updateStage(sql, taskId, {
      status: next.stage === status.stage ? status : await defaultStatus(sql, next.stage),
      reason: move.reason,
      holdUntil: next.stage === 'on_hold' ? move.holdUntil : null,
      now: at,
    });
    const after = await viewOf(sql, taskId, at);
    await followUp(sql, { personId: person.personId, before: former, after, now: at, reason: move.reason });
    return after;
  });
}

/** A co-performer marks their own part. @throws Refusal task_not_found, not_permitted */
export function markOwnPart(person: Person, given: { taskId: string; isDone: boolean }, deps: SaveTaskDeps) {
  const { taskId, isDone } = given;
  return transaction(deps.database, async (sql) => {
    await requireTask(sql, taskId, null);
    const at = deps.now();
    const isMarked = await markPart(sql, { taskId, personId: person.personId, doneAt: isDone ? at : null });
    if (!isMarked) throw new Refusal('not_permitted', { deed: 'tasks.edit' });
    return viewOf(sql, taskId, at);
  });
}

/** @throws Refusal task_not_found */
export function commentTask(person: Person, given: { taskId: string; text: string }, deps: SaveTaskDeps) {
  const { taskId, text } = given;
  return transaction(deps.database, async (sql) => {
    await requireTask(sql, taskId, null);
    await insertComment(sql, { taskId, authorId: person.personId, text });
    const at = deps.now();
    const after = await viewOf(sql, taskId, at);
    await followUp(sql, { personId: person.personId, before: after, after, now: at, isCommented: true });
    return after;
  });
}

/** Its number is not given again. @throws Refusal task_not_found */
export function removeTask(person: Person, taskId: string, { database, now }: Pick<SaveTaskDeps, 'database' | 'now'>) {
  return transaction(database, async (sql) => {
    await requireTask(sql, taskId, null);
    const before = await viewOf(sql, taskId, now());
    await deleteTask(sql, taskId);
    await followUp(sql, { personId: person.personId, before, after: null, now: now() });
  });
}

async function requireTask(sql: Sql, taskId: string, version: number | null): Promise<LockedTask> {
  const task = await lockTask(sql, taskId);
  if (task === null) throw new Refusal('task_not_found');
  if (version !== null && version !== task.version) throw new Refusal('changed_meanwhile', { version: task.version });
  return task;
}

async function check(sql: Sql, draft: TaskDraft): Promise<void> {
  const named = { performerId: [draft.performerId], controllerId: [draft.controllerId] };
  const lists = { ...named, coPerformerIds: draft.coPerformerIds, observerIds: draft.observerIds };
  for (const [field, ids] of Object.entries(lists)) {
    const personIds = [...new Set(ids.flatMap((id) => id ?? []))];
    if (!(await areActivePeople(sql, personIds))) throw new Refusal('person_not_found', {}, field);
  }
  const links = await checkLinks(sql, draft);
  if (!links.hasClient) throw new Refusal('client_not_found', {}, 'clientId');
  if (!links.hasContact) throw new Refusal('contact_not_found', {}, 'contactId');
  if (!links.hasProject) throw new Refusal('unknown_project', {}, 'projectId');
  if (!links.hasEvent) throw new Refusal('event_not_found', {}, 'sourceEventId');
}

async function putEverybody(sql: Sql, taskId: string, { coPerformerIds, observerIds, performerId }: TaskDraft) {
  // The responsible performer has the whole task, so no part of it.
  const others = coPerformerIds.filter((id) => id !== performerId);
  await putPeople(sql, taskId, 'co_performer', [...new Set(others)]);
  await putPeople(sql, taskId, 'observer', [...new Set(observerIds)]);
}

async function viewOf(sql: Sql, taskId: string, now: Date): Promise<TaskView> {
  const task = await selectTask(sql, taskId, now);
  if (task === null) throw new Refusal('task_not_found');
  return task;
}
