import type { Sql } from '../platform/database.ts';
import type {
  Channel,
  DeliveryStage,
  NotificationCell,
  NotificationParameters,
  PerformerType,
  SkipReason,
} from './contract.ts';
import type { Recipient } from './decide-deliveries.ts';

export function selectCells(sql: Sql, stage: DeliveryStage): Promise<readonly NotificationCell[]> {
  return sql<NotificationCell[]>`
    select performer_type, stage, in_app, email from notification_cells where stage = ${stage}`.execute();
}

export async function selectParameters(sql: Sql): Promise<NotificationParameters> {
  const [row] = await sql<NotificationParameters[]>`
    select responsible_kind, log_mode, keep_days, tells_actor from notification_parameters`;
  if (!row) throw new Error('the row of notification_parameters is gone');
  return row;
}

/** Of these, the people whose account is active, with what each has switched off for the stage. */
export function selectRecipients(
  sql: Sql,
  { personIds, stage }: { readonly personIds: readonly string[]; readonly stage: DeliveryStage },
): Promise<readonly Recipient[]> {
  return sql<Recipient[]>`
    select person_id, nullif(trim(employees.email), '') as address,
           array(select channel from notification_refusals as refusal
                 where refusal.person_id = people.person_id and refusal.stage = ${stage}) as switched_off
    from people join employees using (employee_id)
    where people.is_active and person_id = any(${[...personIds]}::uuid[])
    order by person_id`.execute();
}

export interface NewDelivery {
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly channel: Channel;
  readonly personId: string;
  readonly address: string | null;
  readonly performerTypes: readonly PerformerType[];
  readonly stage: DeliveryStage;
  readonly objectKind: 'task' | 'event' | 'project';
  readonly objectId: string;
  readonly objectNumber: string | null;
  readonly subject: string;
  readonly status: 'queued' | 'sent' | 'skipped';
  readonly nextAttemptAt: Date | null;
  readonly reason: SkipReason | null;
  readonly joinedInto: string | null;
}

export async function insertDelivery(sql: Sql, { performerTypes, ...delivery }: NewDelivery): Promise<string> {
  const row = { ...delivery, performerTypes: [...performerTypes] };
  const [inserted] = await sql<{ deliveryId: string }[]>`
    insert into deliveries ${sql(row)} returning delivery_id`;
  if (!inserted) throw new Error('no row came back');
  return inserted.deliveryId;
}

/**
 * The e-mail to the person about the object that has not been tried yet and may take one more change. Locked until the
 * transaction ends, so that it does not leave meanwhile.
 */
export async function findWaitingEmail(
  sql: Sql,
  { personId, objectId }: { readonly personId: string; readonly objectId: string },
): Promise<string | null> {
  const [row] = await sql<{ deliveryId: string }[]>`
    select delivery_id from deliveries
    where status = 'queued' and channel = 'email' and attempts = 0
      and person_id = ${personId} and object_id = ${objectId}
    order by made_at limit 1 for update skip locked`;
  return row?.deliveryId ?? null;
}

export interface QueuedEmail {
  readonly deliveryId: string;
  readonly address: string;
  readonly recipientName: string;
  readonly language: 'uk' | 'en';
  readonly objectNumber: string | null;
  readonly subject: string;
  readonly attempts: number;
  /** Its own stage and those of the changes joined into it, in their order. */
  readonly stages: readonly DeliveryStage[];
}

/**
 * Counts an attempt of an e-mail whose time has come. A second worker with the same job waits and then finds it moved on;
 * the next attempt is set meanwhile, so one that ends in between is tried again.
 *
 * @returns null when there is nothing to send: sent, withdrawn, or not due
 */
export async function takeEmail(
  sql: Sql,
  { deliveryId, now, nextAttemptAt }: { readonly deliveryId: string; readonly now: Date; readonly nextAttemptAt: Date },
): Promise<QueuedEmail | null> {
  const [row] = await sql<QueuedEmail[]>`
    update deliveries as delivery
    set attempts = delivery.attempts + 1, next_attempt_at = ${nextAttemptAt}
    from people
    where delivery_id = ${deliveryId} and delivery.status = 'queued' and delivery.next_attempt_at <= ${now}
      and people.person_id = delivery.person_id
    returning delivery_id, address, people.full_name as recipient_name, people.language, object_number, subject, attempts,
      array(select stage from (
        select stage, made_at from deliveries as joined where joined.joined_into = delivery.delivery_id
        union all select delivery.stage, delivery.made_at
      ) as changes order by made_at) as stages`;
  return row ?? null;
}

interface SentEmail {
  readonly deliveryId: string;
  readonly now: Date;
  readonly messageId: string;
  readonly body: string;
}

export async function markSent(sql: Sql, { deliveryId, now, messageId, body }: SentEmail): Promise<void> {
  await sql`
    update deliveries
    set status = 'sent', sent_at = ${now}, next_attempt_at = null, reason = null, message_id = ${messageId}, body = ${body}
    where delivery_id = ${deliveryId}`;
}

/** @param nextAttemptAt null: it was the last attempt */
export async function markFailed(
  sql: Sql,
  { deliveryId, reason, nextAttemptAt }: { deliveryId: string; reason: string; nextAttemptAt: Date | null },
): Promise<void> {
  await sql`
    update deliveries
    set status = ${nextAttemptAt === null ? 'failed' : 'queued'}, next_attempt_at = ${nextAttemptAt}, reason = ${reason}
    where delivery_id = ${deliveryId}`;
}
