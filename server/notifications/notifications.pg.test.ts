import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { transaction } from '../platform/database.ts';
import { startJobs } from '../platform/jobs.ts';
import { openLog } from '../platform/log.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { waitUntil } from '../platform/wait-until.ts';
import { EMAIL_JOB, queueTaskDeliveries, sendEmail } from './index.ts';

const { sql, url } = await openTestDatabase();

async function addPerson(name: string, email: string): Promise<string> {
  const personId = randomUUID();
  const account = `${personId}@login.ua`;
  await sql`insert into auth."user" (id, name, email) values (${personId}, ${name}, ${account})`;
  await sql`
    insert into employees (employee_id, enterprise_id, full_name, email)
    select ${personId}, enterprise_id, ${name}, ${email} from enterprises limit 1`;
  await sql`
    insert into people (person_id, full_name, role, employee_id) values (${personId}, ${name}, 'agent', ${personId})`;
  return personId;
}
const petro = await addPerson('Петро Шевчук', 'petro@firm.ua');
const iryna = await addPerson('Ірина Бондар', '');

const occasion = (id: string, stage: 'assigned' | 'rework' = 'assigned') => ({
  stage,
  task: { id, number: 'З-2026-000001', subject: 'Передзвонити клієнтові' },
  actorId: iryna,
  people: { author: [iryna], performer: [petro] },
  unreadableFor: [],
  now: new Date(Date.now() - 120_000),
});
const rowsOf = (id: string) => sql<{ channel: string; status: string; reason: string | null; attempts: number }[]>`
  select channel, status, reason, attempts from deliveries where object_id = ${id} order by made_at, channel desc`;

test('the default ticks are those of D-04', async () => {
  const rows = await sql`select * from notification_cells where in_app or email`;
  expect(await sql`select 1 from notification_cells`).toHaveLength(9 * 13);
  expect(rows).toHaveLength(51);
  expect(rows.filter(({ email }) => email)).toHaveLength(13);
});

test('a performer gets one of each at assigning, and nothing when the saving fails (R-117)', async () => {
  const [kept, lost] = [randomUUID(), randomUUID()];
  await transaction(sql, (sql) => queueTaskDeliveries(sql, occasion(kept)));
  const failing = transaction(sql, async (sql) => {
    await queueTaskDeliveries(sql, occasion(lost));
    throw new Error('not saved');
  });
  await expect(failing).rejects.toThrow('not saved');
  expect((await rowsOf(kept)).map(({ channel, status }) => [channel, status])).toEqual([
    ['in_app', 'sent'],
    ['email', 'queued'],
  ]);
  expect(await rowsOf(lost)).toEqual([]);
});

test('a second change before the e-mail leaves is joined into it, and the job sends one', async () => {
  const id = randomUUID();
  await transaction(sql, (sql) => queueTaskDeliveries(sql, occasion(id)));
  await transaction(sql, (sql) => queueTaskDeliveries(sql, occasion(id, 'rework')));
  expect((await rowsOf(id)).filter(({ reason }) => reason === 'joined')).toHaveLength(1);
  const texts: string[] = [];
  const sendLetter = async ({ text }: { text: string }) => {
    texts.push(text);
    return { messageId: '<one@firm.ua>' };
  };
  const handlers = {
    [EMAIL_JOB]: (job: unknown) => sendEmail(job, { database: sql, sendLetter, now: () => new Date() }),
  };
  const jobs = await startJobs({ databaseUrl: url, handlers }, openLog('silent'));
  const isSent = async () => (await rowsOf(id)).some((row) => row.channel === 'email' && row.status === 'sent') || null;
  expect(await waitUntil(isSent, { limitMs: 10_000 })).toBe(true);
  await jobs.stop();
  expect(texts.filter((text) => text.includes('доопрацювання'))).toHaveLength(1);
});

test('a refused e-mail keeps the words of the server and waits; after the sixth attempt it has failed (D-05)', async () => {
  const id = randomUUID();
  await transaction(sql, (sql) => queueTaskDeliveries(sql, occasion(id)));
  const [row] = await sql<{ deliveryId: string }[]>`
    select delivery_id from deliveries where object_id = ${id} and channel = 'email'`;
  let at = Date.now();
  const deps = {
    database: sql,
    sendLetter: () => Promise.reject(new Error('550 no such mailbox')),
    now: () => new Date(at),
  };
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    await sendEmail({ deliveryId: row?.deliveryId }, deps);
    at += 24 * 3_600_000;
  }
  const email = (await rowsOf(id)).find(({ channel }) => channel === 'email');
  expect(email).toEqual({ channel: 'email', status: 'failed', reason: '550 no such mailbox', attempts: 6 });
});
