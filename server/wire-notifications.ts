import { corporateMail } from './enterprises/index.ts';
import { sendMail } from './mail/index.ts';
import type { ServerDeps } from './main.ts';
import { EMAIL_JOB, type NotificationLetter, sendEmail } from './notifications/index.ts';
import type { JobHandler } from './platform/jobs.ts';

/** What the job queue does for notifications: letters leave from the corporate box (D-14). */
export function notificationJobs({ database, secrets }: Pick<ServerDeps, 'database' | 'secrets'>) {
  const sendLetter = async ({ to, subject, text }: NotificationLetter) => {
    const box = await corporateMail(database, null, secrets);
    if (!box?.sending) throw new Error('no corporate mail server is set up');
    const from = { name: box.senderName, address: box.senderAddress };
    return sendMail(box.sending, { from, to: [to], subject, text, isAutomatic: true });
  };
  const handlers: Readonly<Record<string, JobHandler>> = {
    [EMAIL_JOB]: (payload) => sendEmail(payload, { database, sendLetter, now: () => new Date() }),
  };
  return handlers;
}
