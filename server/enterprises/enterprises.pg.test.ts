import { expect, test } from 'vitest';
import { employeeDraft, personDraft } from '../people/contract.ts';
import { selectEmployees } from '../people/employee-queries.ts';
import { createPerson } from '../people/index.ts';
import { mailboxOf } from '../people/mailbox.ts';
import { selectPerson } from '../people/queries.ts';
import { listEmployees, saveEmployee } from '../people/save-employee.ts';
import { openLog } from '../platform/log.ts';
import { openSecrets } from '../platform/secrets.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { checkMailing } from './check-mailing.ts';
import { enterpriseDraft, mailingDraft } from './contract.ts';
import { corporateMail } from './mail-servers.ts';
import { selectEnterprises } from './queries.ts';
import { removeEnterprise, saveEnterprise } from './save-enterprise.ts';
import { switchMode } from './switch-mode.ts';

const { sql } = await openTestDatabase();
const secrets = openSecrets('cd'.repeat(32));
openLog('silent');
const told: unknown[] = [];
const tell = (change: unknown) => told.push(change);
const deps = {
  database: sql,
  secrets,
  lineWithNumber: async () => null,
  news: { personChanged: tell, phonesChanged: tell, sessionsEnded: tell },
};
const hire = (fullName: string, more: object = {}) =>
  createPerson(
    { personId: null, role: 'administrator' },
    personDraft.parse({
      fullName,
      email: `${crypto.randomUUID()}@d.test`,
      role: 'agent',
      password: 'long password',
      ...more,
    }),
    deps,
  );
const [firm] = await selectEnterprises(sql);
if (!firm) throw new Error('an installation without an enterprise');
const firmDraft = enterpriseDraft.parse({
  code: '01',
  name: 'Дзвін',
  smtpHost: 'mail.firm.test',
  mailLogin: 'box@firm.test',
});

test('the mail server password is stored encrypted, kept when none is typed, and never in an answer (R-025)', async () => {
  const answer = await saveEnterprise(
    null,
    { enterpriseId: firm.enterpriseId, draft: { ...firmDraft, mailPassword: 'corporate-secret-1' } },
    deps,
  );
  expect(answer).toMatchObject({ smtpHost: 'mail.firm.test', smtpPort: 587, hasMailPassword: true });
  expect(JSON.stringify(answer)).not.toMatch(/corporate-secret|gcm1/);
  await saveEnterprise(null, { enterpriseId: firm.enterpriseId, draft: { ...firmDraft, smtpPort: 465 } }, deps);
  const [row] = await sql<{ mailPassword: string }[]>`select mail_password from enterprises`;
  expect(row?.mailPassword).toMatch(/^gcm1:/);
  expect((await corporateMail(sql, null, secrets))?.sending).toMatchObject({
    port: 465,
    password: 'corporate-secret-1',
  });
});

test('the stored password goes to no server it was not typed for, neither by saving nor by «Перевірити»', async () => {
  const elsewhere = { ...firmDraft, smtpHost: 'thief.test' };
  const refusal = { code: 'mail_password_again', field: 'mailPassword' };
  await expect(saveEnterprise(null, { enterpriseId: firm.enterpriseId, draft: elsewhere }, deps)).rejects.toMatchObject(
    refusal,
  );
  const asked: unknown[] = [];
  const checkMailServer = async (servers: unknown) => {
    asked.push(servers);
    return {
      sending: { isGood: false as const, because: 'login_refused' as const, answer: '535 no' },
      receiving: null,
    };
  };
  const check = (mailing: object) =>
    checkMailing(firm.enterpriseId, mailingDraft.parse(mailing), { ...deps, checkMailServer });
  await expect(check({ smtpHost: 'thief.test' })).rejects.toMatchObject(refusal);
  expect(asked).toEqual([]);
  expect(await check({ smtpHost: 'mail.firm.test' })).toEqual({
    sending: { isGood: false, because: 'login_refused', answer: '535 no' },
    receiving: null,
  });
  expect(asked).toMatchObject([{ sending: { password: 'corporate-secret-1' }, receiving: null }]);
});

test('units make a tree; one under itself is refused, and one that is in use is not deleted (D-10)', async () => {
  const draft = (code: string, parentId: string | null) =>
    enterpriseDraft.parse({ code, name: `Філія ${code}`, parentId });
  const north = await saveEnterprise(null, { enterpriseId: null, draft: draft('N', firm.enterpriseId) }, deps);
  const east = await saveEnterprise(null, { enterpriseId: null, draft: draft('E', north.enterpriseId) }, deps);
  const circle = saveEnterprise(null, { enterpriseId: north.enterpriseId, draft: draft('N', east.enterpriseId) }, deps);
  await expect(circle).rejects.toMatchObject({ code: 'unit_cycle', field: 'parentId' });
  await expect(saveEnterprise(null, { enterpriseId: null, draft: draft('n', null) }, deps)).rejects.toMatchObject({
    code: 'code_taken',
  });
  await expect(removeEnterprise(null, north.enterpriseId, deps)).rejects.toMatchObject({
    code: 'in_use',
    details: { places: 'enterprises: 1' },
  });
  await removeEnterprise(null, east.enterpriseId, deps);
  expect((await corporateMail(sql, north.enterpriseId, secrets))?.senderName).toBe('Дзвін');
});

test('an account without a named employee gets one; a second account of theirs is refused (R-029)', async () => {
  const oksana = await hire('Оксана Мельник');
  const [employee] = (await selectEmployees(sql)).filter(({ personId }) => personId === oksana.personId);
  expect(employee).toMatchObject({ fullName: 'Оксана Мельник', enterpriseName: 'Дзвін' });
  await expect(hire('Оксана М.', { employeeId: employee?.employeeId })).rejects.toMatchObject({
    code: 'employee_has_account',
    field: 'employeeId',
    details: { by: oksana.email },
  });
});

test('an employee lacks what is not filled; the mailbox password is write-only (R-032…R-034)', async () => {
  const oksana = (await listEmployees(sql)).find(({ fullName }) => fullName === 'Оксана Мельник');
  const { personId, employeeId } = { personId: oksana?.personId ?? '', employeeId: oksana?.employeeId ?? '' };
  expect(oksana?.mailLacks).toEqual(['mailbox_password']);
  expect(await mailboxOf(sql, personId, secrets)).toMatchObject({ servers: null, lacks: ['mailbox_password'] });
  const draft = employeeDraft.parse({
    fullName: 'Оксана Бойко',
    email: 'o@firm.test',
    mailboxPassword: 'personal-secret-2',
  });
  const saved = await saveEmployee(null, { employeeId, draft }, deps);
  expect(saved).toMatchObject({ mailLacks: [], hasMailboxPassword: true });
  expect(JSON.stringify(saved)).not.toMatch(/personal-secret|gcm1/);
  expect((await selectPerson(sql, personId))?.fullName).toBe('Оксана Бойко');
  expect((await mailboxOf(sql, personId, secrets)).servers?.sending).toMatchObject({
    login: 'o@firm.test',
    password: 'personal-secret-2',
  });
});

test('centralised accounting asks for the unit of old data, then each person for theirs; off only with one unit (R-134, D-10)', async () => {
  const on = { isCentralised: true, unitForOldData: null };
  await expect(switchMode(on, deps)).rejects.toMatchObject({ code: 'unit_required', field: 'unitForOldData' });
  await switchMode({ ...on, unitForOldData: firm.enterpriseId }, deps);
  const [oksana] = await sql<{ unitId: string }[]>`select unit_id from people`;
  expect(oksana?.unitId).toBe(firm.enterpriseId);
  await expect(hire('Петро Сич')).rejects.toMatchObject({ code: 'unit_required', field: 'unitId' });
  await switchMode({ isCentralised: false, unitForOldData: null }, deps);
  await switchMode({ ...on, unitForOldData: firm.enterpriseId }, deps);
  const north = (await selectEnterprises(sql)).find(({ code }) => code === 'N')?.enterpriseId ?? null;
  const petro = await hire('Петро Сич', { unitId: north, availableUnitIds: [firm.enterpriseId] });
  expect(petro).toMatchObject({ unitId: north, unitName: 'Філія N', availableUnitIds: [firm.enterpriseId] });
  await expect(switchMode({ isCentralised: false, unitForOldData: null }, deps)).rejects.toMatchObject({
    code: 'units_have_data',
    details: { units: expect.stringContaining('Філія N') },
  });
});
