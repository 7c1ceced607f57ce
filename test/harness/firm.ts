import type { RoleCode } from '../../server/access/contract.ts';
import type { ClientDraft, ClientView } from '../../server/clients/contract.ts';
import type { LineDraft, LineView } from '../../server/hotline/contract.ts';
import type { PersonDraft, PersonView, PhoneSettingsView } from '../../server/people/contract.ts';
import type { Product } from './product.ts';
import { type Account, type Session, signIn } from './sign-in.ts';
import type { PhoneSecret } from './sipp.ts';

/** A person with an account, a phone and what a test needs of both. */
export interface Employee {
  readonly personId: string;
  readonly name: string;
  readonly account: Account;
  readonly extension: string;
  readonly phone: PhoneSecret;
}

type NewEmployee = Partial<PersonDraft> & { readonly fullName: string; readonly sipExtension: string };

const password = 'test-password-1';
const testRole: RoleCode = 'agent';

/** Hires somebody: role agent, e-mail from the extension, heeds statuses, no project, unless told otherwise. */
export async function hire(administrator: Session, person: NewEmployee): Promise<Employee> {
  const email = person.email ?? `p${person.sipExtension}@firm.test`;
  const draft = { role: testRole, password, email, ...person };
  const { personId } = await administrator.send<PersonView>('POST', '/api/people', draft);
  const phone = await phoneOf(administrator, personId);
  return {
    personId,
    name: person.fullName,
    account: { email, password: person.password ?? password },
    extension: person.sipExtension,
    phone,
  };
}

/** Saves the person's card with some fields changed. */
export async function changeEmployee(
  administrator: Session,
  { personId }: Pick<Employee, 'personId'>,
  changes: Partial<PersonDraft>,
): Promise<PersonView> {
  const {
    personId: _id,
    telephonyProjectName: _name,
    ...card
  } = await administrator.get<PersonView>(`/api/people/${personId}`);
  return administrator.send('PUT', `/api/people/${personId}`, { ...card, password: null, ...changes });
}

/** What has to be typed into the person's desk phone. */
export async function phoneOf(administrator: Session, personId: string): Promise<PhoneSecret> {
  const { user, secret } = await administrator.get<PhoneSettingsView>(`/api/people/${personId}/phone`);
  return { user, secret };
}

/** Opens a hot line: nobody preferred, no wrap-up, the common pool, unless told otherwise. */
export function openLine(
  administrator: Session,
  line: Partial<LineDraft> & Pick<LineDraft, 'name' | 'numbers'>,
): Promise<LineView> {
  const plain = { prefersManager: false, prefersLastTalked: false, wrapUpSeconds: 0 };
  return administrator.send('POST', '/api/hotline/lines', { ...plain, ...line });
}

export function addClient(
  administrator: Session,
  client: Omit<Partial<ClientDraft>, 'phones'> & { readonly name: string; readonly phone: string },
): Promise<ClientView> {
  const { phone, ...draft } = client;
  return administrator.send('POST', '/api/clients', { ...draft, phones: [{ raw: phone }] });
}

/** Signs in and sets a status: «Вільний» unless told otherwise. A console must be connected for it to count. */
export async function choosePresence(session: Session, status = 'free', note: string | null = null): Promise<void> {
  await session.send('POST', '/api/presence/me', { status, note });
}

/** The administrator of the demonstration data. */
export async function signInAsAdministrator(product: Product): Promise<Session> {
  const { people, password: demoPassword } = product.demonstration;
  const administrator = people.find(({ role }) => /^(адміністратор|administrator)$/i.test(role));
  if (!administrator) throw new Error(`nobody of the demonstration is an administrator\n${product.output}`);
  return signIn(product, { email: administrator.email, password: demoPassword });
}
