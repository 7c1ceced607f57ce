import { named, recordChange } from '../history/index.ts';
import { type DeliveryStage, queueTaskDeliveries } from '../notifications/index.ts';
import type { Sql } from '../platform/database.ts';
import type { TaskView } from './contract.ts';

export interface TaskChangeMade {
  readonly personId: string;
  /** Null: the task is new. */
  readonly before: TaskView | null;
  /** Null: it is gone. */
  readonly after: TaskView | null;
  readonly now: Date;
  readonly reason?: string;
  readonly isCommented?: boolean;
}

/** History and deliveries of a save, in its transaction. */
export async function followUp(sql: Sql, made: TaskChangeMade): Promise<void> {
  const { personId, before, after, now, reason = '' } = made;
  const task = after ?? before;
  if (task === null) return;
  await recordChange(sql, {
    kind: 'task',
    objectId: task.taskId,
    objectName: [task.number, task.subject].filter(Boolean).join(' '),
    actor: { personId, source: 'user' },
    before: before && factsOf(before),
    after: after && factsOf(after),
    reason,
  });
  if (after === null) return;
  for (const stage of stagesOf(made)) {
    await queueTaskDeliveries(sql, {
      stage,
      task: { id: after.taskId, number: after.number, subject: after.subject },
      actorId: personId,
      people: peopleOf(after),
      unreadableFor: [],
      now,
    });
  }
}

/** Which columns of the notification table a change falls into (D-04). */
export function stagesOf({ before, after, isCommented = false }: TaskChangeMade): readonly DeliveryStage[] {
  if (after === null) return [];
  const stages: DeliveryStage[] = [];
  if (before === null) stages.push('created');
  // A performer who changes hears of it as of an assignment, whatever the stage is.
  const isAssigned = after.performerId !== null && after.performerId !== (before?.performerId ?? null);
  if (isAssigned) stages.push('assigned');
  const isMoved = after.stage !== (before?.stage ?? 'created');
  if (isMoved && !(isAssigned && after.stage === 'assigned')) stages.push(after.stage);
  if (before !== null && before.dueAt !== after.dueAt) stages.push('deadline_changed');
  if (isCommented) stages.push('commented');
  return stages;
}

function peopleOf(task: TaskView) {
  const inRole = (role: string) => task.people.filter((one) => one.role === role).map(({ personId }) => personId);
  return {
    author: [task.authorId],
    performer: task.performerId === null ? [] : [task.performerId],
    co_performer: inRole('co_performer'),
    controller: task.controllerId === null ? [] : [task.controllerId],
    observer: inRole('observer'),
  };
}

function factsOf(task: TaskView) {
  const others = task.people.filter(({ role }) => role === 'co_performer');
  return {
    statusCode: named(task.status, task.statusName),
    performerId: named(task.performerId, task.performerName),
    performers: named(others.map(({ personId }) => personId).join(' '), others.map((one) => one.personName).join(', ')),
    controllerId: named(task.controllerId, task.controllerName),
    dueAt: task.dueAt,
    priority: task.priority,
    projectId: named(task.projectId, task.projectName),
    clientId: named(task.clientId, task.clientName),
    subject: task.subject,
    description: task.description,
    percentDone: task.percentDone,
    result: task.result,
  };
}
