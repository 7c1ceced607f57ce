import { type Database, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AccessBook } from './access-book.ts';
import type { PersonFacts, SignedPerson } from './person.ts';
import type { RecordAccess } from './save-access.ts';

export interface ViewAsDeps {
  readonly database: Database;
  readonly recordChange: RecordAccess;
  readonly book: Pick<AccessBook, 'view' | 'viewedIn'>;
  readonly findPerson: (personId: string) => Promise<PersonFacts | null>;
}

/**
 * From now on this session sees what that person sees, and can change nothing until `endViewing`. Both ends are written
 * into the history of the person looked through. Live messages stay the viewer's own: no call of theirs is missed.
 *
 * @throws Refusal not_found; viewing_beyond_own for an administrator's eyes, unless one is an administrator
 */
export async function startViewing(signed: SignedPerson, personId: string, deps: ViewAsDeps): Promise<void> {
  const viewed = await deps.findPerson(personId);
  if (!viewed?.isActive || personId === signed.person.personId) throw new Refusal('not_found', { what: 'person' });
  if (viewed.role === 'administrator' && signed.person.role !== 'administrator')
    throw new Refusal('viewing_beyond_own');
  await recordViewing(signed.person, viewed, 'start', deps);
  deps.book.view(signed.sessionId, personId);
}

/** Ordinary when nobody is looked through. */
export async function endViewing({ sessionId, viewer, facts }: SignedPerson, deps: ViewAsDeps): Promise<void> {
  if (viewer === null) return;
  await recordViewing(viewer, facts, 'end', deps);
  deps.book.view(sessionId, null);
}

function recordViewing(
  viewer: { readonly personId: string; readonly name: string },
  viewed: Pick<PersonFacts, 'personId' | 'name'>,
  end: 'start' | 'end',
  { database, recordChange }: ViewAsDeps,
): Promise<void> {
  const [none, some] = [{ viewedBy: null }, { viewedBy: viewer.name }];
  return transaction(database, (sql) =>
    recordChange(sql, {
      ...{ kind: 'user', objectId: viewed.personId, objectName: viewed.name },
      actor: { personId: viewer.personId, source: 'user' },
      before: end === 'start' ? none : some,
      after: end === 'start' ? some : none,
    }),
  );
}
