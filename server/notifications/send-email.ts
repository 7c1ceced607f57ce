import { z } from 'zod';
import { type Database, type Sql, transaction } from '../platform/database.ts';
import { nextAttemptAt } from './next-attempt.ts';
import { markFailed, markSent, type QueuedEmail, takeEmail } from './queries.ts';
import { queueEmail } from './queue-email.ts';
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
    if (taken) await queueEmail(sql, deliveryId, cutOffAt);
    return taken;
  });
  if (!email) return;
  const letter = wordEmail(email);
  const sent = await sendLetter(letter).catch((cause: unknown) => ({ failedWith: wordsOf(cause) }));
  await transaction(database, async (sql) => {
    if ('messageId' in sent) {
      await markSent(sql, { deliveryId, now: now(), messageId: sent.messageId, body: letter.text });
    } else await waitOrFail(sql, email, { reason: sent.failedWith, now: now() });
  });
}

async function waitOrFail(sql: Sql, { deliveryId, attempts }: QueuedEmail, failed: { reason: string; now: Date }) {
  const next = nextAttemptAt(attempts, failed.now);
  await markFailed(sql, { deliveryId, reason: failed.reason, nextAttemptAt: next });
  if (next) await queueEmail(sql, deliveryId, next);
}

const wordsOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)).slice(0, 1000);
