import { createMiddleware } from 'hono/factory';
import { Refusal } from '../platform/refusal.ts';
import type { AccessBook, RightsHolder } from './access-book.ts';
import type { SessionView } from './contract.ts';
import { may } from './may.ts';
import type { Person, PersonFacts, Signed, SignedPerson } from './person.ts';
import type { SignIn } from './sign-in.ts';

export interface SessionDeps {
  readonly signIn: Pick<SignIn, 'session'>;
  readonly findPerson: (personId: string) => Promise<PersonFacts | null>;
  readonly book: AccessBook;
}

/**
 * Who asks over the socket: always the person of the session, also while they look through somebody's eyes.
 *
 * @param cookieHeader the `cookie` header of the handshake
 * @returns null when nobody is signed in with it, or their account was closed
 */
export async function sessionOf(cookieHeader: string | undefined, deps: SessionDeps): Promise<SignedPerson | null> {
  if (!cookieHeader) return null;
  return (await findSigned(new Headers({ cookie: cookieHeader }), deps))?.signed ?? null;
}

/**
 * Before every route that needs a person: puts them on the context, or refuses with `not_signed_in`. Whoever looks
 * through somebody's eyes is that person here, and is refused every change with `viewing_reads_only`.
 */
export function signedIn(deps: SessionDeps) {
  return createMiddleware<Signed>(async (c, next) => {
    const found = await findSigned(c.req.raw.headers, deps);
    if (found === null) throw new Refusal('not_signed_in');
    const signed = await throughOtherEyes(found.signed, deps);
    const isEnding = c.req.method === 'DELETE' && c.req.path === '/api/access/viewing';
    if (signed.viewer !== null && !isReading(c.req.method) && !isEnding) throw new Refusal('viewing_reads_only');
    c.set('signed', signed);
    c.set('person', signed.person);
    await next();
    for (const cookie of found.setCookies) c.header('set-cookie', cookie, { append: true });
  });
}

const isReading = (method: string) => method === 'GET' || method === 'HEAD';

async function findSigned(headers: Headers, deps: SessionDeps) {
  const session = await deps.signIn.session(headers);
  if (session === null) return null;
  const facts = await deps.findPerson(session.personId);
  if (!facts?.isActive) return null;
  return { signed: toSigned(session.sessionId, facts, deps.book), setCookies: session.setCookies };
}

/** The one looked through, as long as the viewer may look and that account is open; else the viewer. */
async function throughOtherEyes(signed: SignedPerson, { findPerson, book }: SessionDeps): Promise<SignedPerson> {
  const viewedId = book.viewedIn(signed.sessionId);
  if (viewedId === null) return signed;
  const facts = may(signed.person, 'access.view_as') ? await findPerson(viewedId) : null;
  if (!facts?.isActive) {
    book.view(signed.sessionId, null);
    return signed;
  }
  const { personId, name } = signed.person;
  return { ...toSigned(signed.sessionId, facts, book), viewer: { personId, name } };
}

export function toSigned(sessionId: string, facts: PersonFacts, book: AccessBook): SignedPerson {
  return { sessionId, facts, person: toPerson(facts, book), viewer: null };
}

/** The person with the rights that hold now. */
export function toPerson({ personId, name, role }: RightsHolder & { readonly name: string }, book: AccessBook): Person {
  const { deeds, ...scope } = book.rightsOf({ personId, role });
  return { personId, name, role, deeds, scope };
}

export function toSessionView({ facts, person, viewer }: SignedPerson): SessionView {
  const { email, extension, usesStatuses, openCardOnCall, language } = facts;
  const { personId, name, role, deeds } = person;
  const view = { personId, name, role, deeds, email, extension, usesStatuses, openCardOnCall, language };
  return viewer === null ? view : { ...view, viewedBy: viewer.name };
}
