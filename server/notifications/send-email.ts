import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { transaction } from '../platform/database.ts';
import { addJob } from '../platform/jobs.ts';
import { nextAttemptAt } from './next-attempt.ts';
import { markFailed, markSent, type QueuedEmail, takeEmail } from './queries.ts';
import { EMAIL_JOB } from './queue-task-deliveries.ts';
import { wordEmail } from './word-email.ts';

export interface NotificationLetter {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

export interface SendEmailDeps {
  readonly database: Database;
  /** From the corporate box (D-14). Rejects with the server's own words; also when there is no such box yet. */
  readonly sendLetter: (letter: NotificationLetter) => Promise<{ readonly messageId: string }>;
  readonly now: () => Date;
}

const emailJob = z.object({ deliveryId: z.uuid() });
/** Longer than a mail server may take: one that was cut off in the middle is tried again after it. */
const CUT_OFF_MS = 10 * 60_000;

/** The job behind `EMAIL_JOB`. A refusal of the mail server is ordinary: kept in the log, tried again by D-05's waits. */
export async function sendEmail(payload: unknown, { database, sendLetter, now }: SendEmailDeps): Promise<void> {
  const { deliveryId } = emailJob.parse(payload);
  const startedAt = now();
  const cutOffAt = new Date(startedAt.getTime() + CUT_OFF_MS);
  const email = await transaction(database, async (sql) => {
    const taken = await takeEmail(sql, { deliveryId, now: startedAt, nextAttemptAt: cutOffAt });
    if (taken) await queueAgain(sql, deliveryId, cutOffAt);
    return taken;
  });
  if (!email) return;
  const letter = wordEmail(email);
  const sent = await sendLetter(letter).catch((cause: unknown) => ({ failedWith: wordsOf(cause) }));
  await transaction(database, async (sql) => {
    if ('messageId' in sent) {
      await markSent(sql, { deliveryId, now: now(), messageId: sent.messageId, body: letter.text });
    } else await waitOrFail(sql, email, sent.failedWith);
  });

  async function waitOrFail(sql: Parameters<typeof addJob>[0], { attempts }: QueuedEmail, reason: string) {
    const next = nextAttemptAt(attempts, now());
    await markFailed(sql, { deliveryId, reason, nextAttemptAt: next });
    if (next) await queueAgain(sql, deliveryId, next);
  }
}

function queueAgain(sql: Parameters<typeof addJob>[0], deliveryId: string, runAt: Date): Promise<void> {
  return addJob(sql, { name: EMAIL_JOB, payload: { deliveryId }, runAt, key: `email:${deliveryId}` });
}

const wordsOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)).slice(0, 1000);
