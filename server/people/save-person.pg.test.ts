import { expect, test } from 'vitest';
import { countSessions } from '../access/index.ts';
import { openLog } from '../platform/log.ts';
import { openSecrets } from '../platform/secrets.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { insertProject } from '../projects/index.ts';
import { type PersonDraft, personDraft } from './contract.ts';
import { phoneAccounts, phoneSettings, renewPhoneSecret } from './phone-settings.ts';
import { findPersonFacts, selectPeople, telephonyProfiles } from './queries.ts';
import { changePerson, createPerson } from './save-person.ts';

const { sql } = await openTestDatabase();
const secrets = openSecrets('ab'.repeat(32));
let told: unknown[] = [];
const deps = {
  database: sql,
  secrets,
  phoneServer: { host: '127.0.0.1', port: 5060 },
  lineWithNumber: async (_sql: unknown, phoneNumber: string) => (phoneNumber === '5000' ? 'Підтримка' : null),
  news: {
    personChanged: (change: unknown) => told.push(change),
    phonesChanged: (change: unknown) => told.push(change),
    sessionsEnded: (personId: string) => told.push({ sessionsEnded: personId }),
  },
};
const administrator = { personId: null, role: 'administrator' } as const;
const create = (draft: PersonDraft) => createPerson(administrator, draft, deps);
const change = (personId: string, draft: PersonDraft) => changePerson(administrator, { personId, draft }, deps);

function somebody(name: string, draft: Partial<PersonDraft> = {}): PersonDraft {
  const email = `${crypto.randomUUID()}@dzvin.test`;
  return { ...personDraft.parse({ fullName: name, email, role: 'agent', password: 'a long password' }), ...draft };
}

test('a new person is stored, told to the hot line and to the PBX; the secret stays here', async () => {
  told = [];
  const projectId = await insertProject(sql, 'Підтримка');
  const oksana = await create(somebody('Оксана Мельник', { sipExtension: '101', telephonyProjectId: projectId }));
  expect(oksana).toMatchObject({ fullName: 'Оксана Мельник', telephonyProjectName: 'Підтримка' });
  expect(JSON.stringify(oksana)).not.toMatch(/secret|password/i);
  const { personId } = oksana;
  const profile = {
    personId,
    name: 'Оксана Мельник',
    extension: '101',
    directNumber: null,
    projectId,
    usesStatuses: true,
    startsFree: true,
  };
  expect(told).toMatchObject([
    { kind: 'put_person', profile },
    {
      removed: [],
      put: [
        { endpoint: '101', kind: 'desk' },
        { endpoint: '101-web', kind: 'browser' },
      ],
    },
  ]);
  expect(await telephonyProfiles(sql)).toContainEqual(profile);
  expect(await findPersonFacts(sql, personId)).toMatchObject({ role: 'agent', extension: '101', isActive: true });
});

test('the secret is encrypted in the database and readable for the PBX', async () => {
  const [row] = await sql<{ sipSecret: string }[]>`select sip_secret from people where sip_extension = '101'`;
  const [desk] = await phoneAccounts(sql, { secrets, log: openLog('silent') });
  expect(desk).toMatchObject({ endpoint: '101', callerName: 'Оксана Мельник', extension: '101' });
  expect(desk?.secret).toMatch(/^[\w-]{24}$/);
  expect(row?.sipSecret).not.toContain(desk?.secret);
});

test('a SIP number of an active person is refused and says whose it is', async () => {
  const taken = create(somebody('Петро Сич', { sipExtension: '101' }));
  await expect(taken).rejects.toMatchObject({
    code: 'extension_taken',
    details: { by: 'Оксана Мельник' },
    field: 'sipExtension',
  });
});

test('the number of a hot line is refused too', async () => {
  const taken = create(somebody('Петро Сич', { sipExtension: '5000' }));
  await expect(taken).rejects.toMatchObject({ code: 'extension_taken', details: { by: 'Підтримка' } });
});

test('of two who take one number at the same moment one gets it, the other hears who', async () => {
  const both = ['Марія Коваль', 'Юрій Ткач'].map((name) => create(somebody(name, { sipExtension: '103' })));
  const results = await Promise.allSettled(both);
  const refused = results.find((result) => result.status === 'rejected');
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  expect(refused?.reason).toMatchObject({ code: 'extension_taken', field: 'sipExtension' });
  expect(['Марія Коваль', 'Юрій Ткач']).toContain(refused?.reason.details.by);
});

test('a closed account loses its phones and sessions, and its number is free', async () => {
  const draft = somebody('Ганна Лис', { sipExtension: '104' });
  const { personId } = await create(draft);
  await sql`insert into auth.session ("expiresAt", token, "userId") values (now() + interval '1 day', 'open', ${personId})`;
  told = [];
  await change(personId, { ...draft, password: null, isActive: false });
  expect(told).toEqual([
    { kind: 'remove_person', personId },
    { removed: ['104', '104-web'], put: [] },
    { sessionsEnded: personId },
  ]);
  expect(await countSessions(sql, personId)).toBe(0);
  await create(somebody('Юлія Рак', { sipExtension: '104' }));
});

test('an ordinary change tells nothing about phones and keeps the password', async () => {
  const draft = somebody('Тарас Бондар', { sipExtension: '105' });
  const { personId } = await create(draft);
  told = [];
  await change(personId, { ...draft, password: null, position: 'супервізор' });
  expect(told).toMatchObject([{ kind: 'put_person' }]);
});

test('an e-mail address belongs to one account, in any case of letters', async () => {
  const draft = somebody('Олена Гай');
  await create(draft);
  const twin = create({ ...somebody('Олег Гай'), email: draft.email.toUpperCase() });
  await expect(twin).rejects.toMatchObject({ code: 'email_taken', field: 'email' });
});

test('a direct number is kept as it is dialled; what is no number is refused', async () => {
  const person = await create(somebody('Іван Дуб', { directNumber: '+38 (044) 123-45-67' }));
  expect(person.directNumber).toBe('+380441234567');
  await expect(create(somebody('Яна Дуб', { directNumber: 'немає' }))).rejects.toMatchObject({ field: 'directNumber' });
});

test('two administrators who leave at the same moment do not both leave', async () => {
  const drafts = ['Лариса Дорош', 'Степан Дорош'].map((name) => somebody(name, { role: 'administrator' }));
  const people = await Promise.all(drafts.map(create));
  const leaving = people.map(({ personId }, index) => {
    const draft = drafts[index] ?? somebody('');
    return change(personId, { ...draft, password: null, isActive: false });
  });
  const results = await Promise.allSettled(leaving);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('a fresh secret goes to the PBX and to whoever asked', async () => {
  const { personId } = await create(somebody('Віра Гук', { sipExtension: '107' }));
  const before = await phoneSettings(personId, deps);
  told = [];
  const after = await renewPhoneSecret(personId, deps);
  expect(after).toMatchObject({ server: '127.0.0.1', port: 5060, user: '107' });
  expect(after.secret).not.toBe(before.secret);
  expect(told).toMatchObject([{ put: [{ endpoint: '107', secret: after.secret }, { endpoint: '107-web' }] }]);
  expect(await phoneSettings(personId, deps)).toEqual(after);
});

test('a secret of another key leaves out one phone, not all', async () => {
  await sql`update people set sip_secret = 'gcm1:damaged' where sip_extension = '107'`;
  const accounts = await phoneAccounts(sql, { secrets, log: openLog('silent') });
  const endpoints = accounts.map(({ endpoint }) => endpoint);
  expect(endpoints).toContain('101');
  expect(endpoints).not.toContain('107');
});

test('people are listed by name in Ukrainian order', async () => {
  await create(somebody('Ґава Ольга'));
  const names = (await selectPeople(sql)).map(({ fullName }) => fullName);
  expect(names).toEqual(names.toSorted(new Intl.Collator('uk').compare));
});

test('a weak password is refused, whoever types it', async () => {
  const weak = { code: 'password_common', field: 'password' };
  await expect(create(somebody('Яна Гай', { password: 'qwertyuiop' }))).rejects.toMatchObject(weak);
  const person = await create(somebody('Яна Гай'));
  const draft = somebody('Яна Гай', { password: 'qwertyuiop' });
  await expect(change(person.personId, draft)).rejects.toMatchObject(weak);
});
