import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { insertTestPerson } from '../../test/harness/insert-person.ts';
import type { Sql } from '../platform/database.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { clientDraft, phoneDraft } from './contract.ts';
import { findCaller } from './find-caller.ts';
import { clientListQuery, listClients } from './list-clients.ts';
import type { PhoneRecord } from './queries.ts';
import { addContact, addPhone, changeClient, createClient } from './save-client.ts';

const { sql } = await openTestDatabase();
const matchedAgain: string[] = [];
const deps = {
  database: sql,
  matchPastCalls: async (_sql: Sql, _clientId: string, phones: readonly PhoneRecord[]) => {
    matchedAgain.push(...phones.flatMap(({ e164 }) => e164 ?? []));
  },
};
const managerId = await insertPerson('Оксана Мельник', '105');

test('a client gets the next code and its phones get their keys', async () => {
  const first = await createClient(null, draft('ТОВ «Джерело»', ['044 123-45-67 доб. 12']), deps);
  const second = await createClient(null, draft('ФОП Калина'), deps);
  expect([first.code, second.code]).toEqual(['К-000001', 'К-000002']);
  expect(first.phones).toMatchObject([{ raw: '044 123-45-67 доб. 12', e164: '+380441234567', extension: '12' }]);
  expect(matchedAgain).toContain('+380441234567');
});

test('a caller is found with the manager, the person and what was missed', async () => {
  const client = await createClient(null, { ...draft('ТОВ «Обрій»'), managerId }, deps);
  const { contacts } = await addContact(
    null,
    { clientId: client.clientId, draft: { name: 'Олена', role: 'бухгалтер' } },
    deps,
  );
  const phone = phoneDraft.parse({ raw: '050 765 43 21', contactId: contacts[0]?.contactId });
  await addPhone(null, { clientId: client.clientId, draft: phone }, deps);
  await insertCall(client.clientId, 'abandoned', '2026-11-20T10:00:00Z');
  await insertCall(client.clientId, 'answered', '2026-11-19T10:00:00Z');

  expect(await findCaller(sql, '+380507654321')).toMatchObject([
    {
      clientName: 'ТОВ «Обрій»',
      contactName: 'Олена',
      level: 'exact',
      managerName: 'Оксана Мельник',
      lastContacts: [
        { at: '2026-11-20T10:00:00.000Z', outcome: 'abandoned' },
        { outcome: 'answered', talkSeconds: 61 },
      ],
      openItems: [{ kind: 'missed_call' }],
    },
  ]);
});

test('nobody is found by an extension, a withheld or a hostile number', async () => {
  await createClient(null, draft('Той самий номер', ['105', '1234105']), deps);
  for (const number of ['105', '', 'anonymous', "'; drop table clients; --", '9'.repeat(200)]) {
    expect(await findCaller(sql, number)).toEqual([]);
  }
});

test('the list goes page by page in Ukrainian order and nobody is left out', async () => {
  for (const name of ['Ящірка список', 'Ґаздиня список', 'Їжак список', 'Галка список', 'Ірис список']) {
    await createClient(null, draft(name), deps);
  }
  const names: string[] = [];
  let after: string | null | undefined;
  do {
    const query = clientListQuery.parse({ q: 'список', limit: 2, ...(after ? { after } : {}) });
    const page = await listClients(sql, query);
    names.push(...page.rows.map((row) => row.name.split(' ')[0] ?? ''));
    after = page.after;
  } while (after !== null);
  expect(names).toEqual(['Галка', 'Ґаздиня', 'Ірис', 'Їжак', 'Ящірка']);
});

test('a client is found by a part of the name, of a phone, and by ЄДРПОУ', async () => {
  await createClient(null, { ...draft('Завод «100% криця»', ['067 555 44 33']), edrpou: '12345678' }, deps);
  for (const q of ['криця', '100%', '067 555', '5554433', '+38067555', '1234']) {
    const { rows } = await listClients(sql, clientListQuery.parse({ q }));
    expect(
      rows.map((row) => row.name),
      q,
    ).toContain('Завод «100% криця»');
  }
});

test('a save replaces the phones; what is wrong is refused by its field', async () => {
  const client = await createClient(null, draft('Змінний', ['0661112233']), deps);
  const changed = await changeClient(
    null,
    { clientId: client.clientId, draft: draft('Змінений', ['0661112244']) },
    deps,
  );
  expect(changed).toMatchObject({ name: 'Змінений', code: client.code, phones: [{ e164: '+380661112244' }] });

  await expect(changeClient(null, { clientId: randomUUID(), draft: draft('Ніхто') }, deps)).rejects.toMatchObject({
    code: 'client_not_found',
  });
  const stranger = { ...draft('Чужий'), managerId: randomUUID() };
  await expect(createClient(null, stranger, deps)).rejects.toMatchObject({
    code: 'person_not_found',
    field: 'managerId',
  });
  const foreign = phoneDraft.parse({ raw: '0661112255', contactId: randomUUID() });
  await expect(addPhone(null, { clientId: client.clientId, draft: foreign }, deps)).rejects.toMatchObject({
    code: 'contact_not_found',
  });
});

function draft(name: string, phones: readonly string[] = []) {
  return clientDraft.parse({ name, phones: phones.map((raw) => ({ raw })) });
}

function insertPerson(fullName: string, sipExtension: string): Promise<string> {
  return insertTestPerson(sql, { fullName, sipExtension, sipSecret: 'sealed' });
}

async function insertCall(clientId: string, outcome: string, at: string): Promise<void> {
  await sql`
    insert into calls (call_id, arrived_at, ended_at, direction, client_id, outcome, wait_ms, talk_ms, is_logged)
    values (${randomUUID()}, ${at}, ${at}, 'in', ${clientId}, ${outcome}, 1000, 61000, true)`;
}
