import type { Sql } from '../platform/database.ts';
import { addJob } from '../platform/jobs.ts';

/** By whom a queued e-mail is sent. */
export const EMAIL_JOB = 'send_notification_email';

/** In the running transaction; a waiting attempt of the same delivery is replaced. */
export function queueEmail(sql: Sql, deliveryId: string, runAt: Date): Promise<void> {
  return addJob(sql, { name: EMAIL_JOB, payload: { deliveryId }, runAt, key: `email:${deliveryId}` });
}
