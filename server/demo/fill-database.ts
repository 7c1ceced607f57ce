import { addContact, addPhone, createClient } from '../clients/index.ts';
import type { LineDraft } from '../hotline/contract.ts';
import { createPerson, type SavePersonDeps } from '../people/index.ts';
import type { Database } from '../platform/database.ts';
import type { Secrets } from '../platform/secrets.ts';
import { insertProject } from '../projects/index.ts';
import { type DemoProject, toLineDrafts } from './lines.ts';
import { type DemoClient, makeClients } from './make-clients.ts';
import { demoPeople, toDraft } from './people.ts';

const CLIENT_COUNT = 500;

export interface FillDeps {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly createLine: (draft: LineDraft) => Promise<unknown>;
}

/**
 * Fills an empty database with a firm to try things out with: people, projects, lines, clients. Before the hot line and
 * the PBX are set up, so nobody has to be told. Takes a second or two.
 */
export async function fillDatabase({ database, secrets, createLine }: FillDeps): Promise<void> {
  const projectIds = {
    Підтримка: await insertProject(database, 'Підтримка'),
    Продажі: await insertProject(database, 'Продажі'),
  } satisfies Record<DemoProject, string>;
  const managerIds = await createPeople(projectIds, { database, secrets, lineWithNumber: async () => null, news });
  for (const draft of toLineDrafts(projectIds)) await createLine(draft);
  for (const client of makeClients(CLIENT_COUNT, managerIds)) await addClient(client, database);
}

const news = { personChanged: () => {}, phonesChanged: () => {}, sessionsEnded: () => {} };

/** @returns those who look after clients: whoever has a desk, Oksana first */
async function createPeople(
  projectIds: Readonly<Record<DemoProject, string>>,
  deps: SavePersonDeps,
): Promise<[string, ...string[]]> {
  const [first, ...others] = demoPeople;
  const create = async (person: typeof first) =>
    (await createPerson({ personId: null, role: 'administrator' }, toDraft(person, projectIds), deps)).personId;
  const managerIds: [string, ...string[]] = [await create(first)];
  for (const person of others) {
    const personId = await create(person);
    if (person.startsFree) managerIds.push(personId);
  }
  return managerIds;
}

async function addClient({ draft, contacts }: DemoClient, database: Database): Promise<void> {
  const deps = { database, matchPastCalls: async () => {} };
  const { clientId } = await createClient(null, draft, deps);
  for (const { phone, ...contact } of contacts) {
    const view = await addContact(null, { clientId, draft: contact }, deps);
    const contactId = view.contacts.find(({ name }) => name === contact.name)?.contactId ?? null;
    await addPhone(null, { clientId, draft: { ...phone, contactId } }, deps);
  }
}
