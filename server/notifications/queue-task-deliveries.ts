import type { Sql } from '../platform/database.ts';
import type { DeliveryStage, PerformerType } from './contract.ts';
import { type DecidedDelivery, decideDeliveries } from './decide-deliveries.ts';
import { findWaitingEmail, insertDelivery, selectCells, selectParameters, selectRecipients } from './queries.ts';
import { queueEmail } from './queue-email.ts';

export interface TaskOccasion {
  readonly stage: DeliveryStage;
  readonly task: { readonly id: string; readonly number: string | null; readonly subject: string };
  /** Whose action it is; null: nobody's. */
  readonly actorId: string | null;
  readonly people: Partial<Record<PerformerType, readonly string[]>>;
  /** Who of these may not read the task. */
  readonly unreadableFor: readonly string[];
  readonly now: Date;
}

/** So long an e-mail waits for further changes of the same task (D-04). */
const JOIN_SECONDS = 60;
const afterJoining = (now: Date) => new Date(now.getTime() + JOIN_SECONDS * 1000);

/**
 * Writes down who hears of a task's change and queues the e-mails, in the transaction that saves the change: nothing
 * leaves the machine before it commits (R-117, D-04). What is kept back is written with its reason (D-05).
 */
export async function queueTaskDeliveries(sql: Sql, occasion: TaskOccasion): Promise<void> {
  const { stage, people, actorId, unreadableFor } = occasion;
  const personIds = [...new Set(Object.values(people).flat())];
  if (personIds.length === 0) return;
  const decided = decideDeliveries({
    stage,
    people,
    actorId,
    unreadableFor,
    cells: await selectCells(sql, stage),
    tellsActor: (await selectParameters(sql)).tellsActor,
    recipients: await selectRecipients(sql, { personIds, stage }),
  });
  for (const delivery of decided) await write(sql, delivery, occasion);
}

async function write(sql: Sql, delivery: DecidedDelivery, occasion: TaskOccasion): Promise<void> {
  const { recipient, channel, performerTypes, skipped } = delivery;
  const { stage, task, now } = occasion;
  const isEmail = channel === 'email' && skipped === null;
  const objectId = task.id;
  const joinedInto = isEmail ? await findWaitingEmail(sql, { personId: recipient.personId, objectId }) : null;
  const reason = joinedInto === null ? skipped : 'joined';
  const isQueued = isEmail && reason === null;
  const deliveryId = await insertDelivery(sql, {
    madeAt: now,
    sentAt: channel === 'in_app' && reason === null ? now : null,
    channel,
    personId: recipient.personId,
    address: channel === 'email' ? recipient.address : null,
    performerTypes,
    stage,
    objectKind: 'task',
    objectId,
    objectNumber: task.number,
    subject: task.subject,
    status: reason !== null ? 'skipped' : isQueued ? 'queued' : 'sent',
    nextAttemptAt: isQueued ? afterJoining(now) : null,
    reason,
    joinedInto,
  });
  if (isQueued) await queueEmail(sql, deliveryId, afterJoining(now));
}
