import { phoneKeys } from '../../telephony/numbers/index.ts';
import { recordChange, type Saver, savedBy } from '../history/index.ts';
import { type Database, type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { clientFields } from './client-fields.ts';
import type { ClientDraft, ClientView, ContactDraft, PhoneDraft } from './contract.ts';
import {
  areContactsOf,
  deletePhones,
  insertClient,
  insertContact,
  insertPhones,
  isActivePerson,
  lockClient,
  type PhoneRecord,
  selectClient,
  updateClient,
} from './queries.ts';

export interface SaveClientDeps {
  readonly database: Database;
  /** In the saving transaction: past calls from these numbers that belong to nobody now belong to the client. */
  readonly matchPastCalls: (sql: Sql, clientId: string, phones: readonly PhoneRecord[]) => Promise<void>;
}

/** Quick create (C14.3) and the whole card alike. The code К-000001 is given here and never changes. */
export function createClient(
  by: Saver,
  draft: ClientDraft,
  { database, matchPastCalls }: SaveClientDeps,
): Promise<ClientView> {
  return transaction(database, async (sql) => {
    await checkManager(sql, draft.managerId);
    const clientId = await insertClient(sql, draft);
    await addPhones(sql, clientId, draft.phones, matchPastCalls);
    return written(sql, by, { before: null, after: await viewOf(sql, clientId) });
  });
}

/** Replaces the card and all its phones. @throws Refusal client_not_found */
export function changeClient(
  by: Saver,
  { clientId, draft }: { readonly clientId: string; readonly draft: ClientDraft },
  { database, matchPastCalls }: SaveClientDeps,
): Promise<ClientView> {
  return transaction(database, async (sql) => {
    const before = await lockedView(sql, clientId);
    await checkManager(sql, draft.managerId);
    await updateClient(sql, clientId, draft);
    await deletePhones(sql, clientId);
    await addPhones(sql, clientId, draft.phones, matchPastCalls);
    return written(sql, by, { before, after: await viewOf(sql, clientId) });
  });
}

/** @throws Refusal client_not_found, contact_not_found (field contactId) */
export function addPhone(
  by: Saver,
  { clientId, draft }: { readonly clientId: string; readonly draft: PhoneDraft },
  { database, matchPastCalls }: SaveClientDeps,
): Promise<ClientView> {
  return transaction(database, async (sql) => {
    const before = await lockedView(sql, clientId);
    await addPhones(sql, clientId, [draft], matchPastCalls);
    return written(sql, by, { before, after: await viewOf(sql, clientId) });
  });
}

/** @throws Refusal client_not_found */
export function addContact(
  by: Saver,
  { clientId, draft }: { readonly clientId: string; readonly draft: ContactDraft },
  { database }: Pick<SaveClientDeps, 'database'>,
): Promise<ClientView> {
  return transaction(database, async (sql) => {
    await requireClient(sql, clientId);
    const contactId = await insertContact(sql, clientId, draft);
    const change = { before: null, after: { ...draft } };
    await recordChange(sql, {
      kind: 'contact',
      objectId: contactId,
      objectName: draft.name,
      actor: savedBy(by),
      ...change,
    });
    return viewOf(sql, clientId);
  });
}

async function addPhones(
  sql: Sql,
  clientId: string,
  drafts: readonly PhoneDraft[],
  matchPastCalls: SaveClientDeps['matchPastCalls'],
): Promise<void> {
  const contactIds = [...new Set(drafts.flatMap(({ contactId }) => contactId ?? []))];
  if (contactIds.length > 0 && !(await areContactsOf(sql, clientId, contactIds))) {
    throw new Refusal('contact_not_found', {}, 'contactId');
  }
  const phones = drafts.map((draft) => ({ ...draft, ...phoneKeys(draft.raw) }));
  await insertPhones(sql, clientId, phones);
  await matchPastCalls(sql, clientId, phones);
}

async function checkManager(sql: Sql, managerId: string | null): Promise<void> {
  if (managerId !== null && !(await isActivePerson(sql, managerId))) {
    throw new Refusal('person_not_found', {}, 'managerId');
  }
}

async function requireClient(sql: Sql, clientId: string): Promise<void> {
  if (!(await lockClient(sql, clientId))) throw new Refusal('client_not_found');
}

/** As it stands before a change; nobody else changes it until the transaction ends. */
async function lockedView(sql: Sql, clientId: string): Promise<ClientView> {
  await requireClient(sql, clientId);
  return viewOf(sql, clientId);
}

interface Saved {
  readonly before: ClientView | null;
  readonly after: ClientView;
}

async function written(sql: Sql, by: Saver, { before, after }: Saved): Promise<ClientView> {
  const fields = { before: before && clientFields(before), after: clientFields(after) };
  await recordChange(sql, {
    kind: 'client',
    objectId: after.clientId,
    objectName: after.name,
    actor: savedBy(by),
    ...fields,
  });
  return after;
}

async function viewOf(sql: Sql, clientId: string): Promise<ClientView> {
  const client = await selectClient(sql, clientId);
  if (client === null) throw new Refusal('client_not_found');
  return client;
}
