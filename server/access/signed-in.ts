import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Refusal } from '../platform/refusal.ts';
import type { SessionView } from './contract.ts';
import { deedsOf } from './may.ts';
import type { PersonFacts, Signed, SignedPerson } from './person.ts';
import type { SignIn } from './sign-in.ts';

export interface SessionDeps {
  readonly signIn: Pick<SignIn, 'session'>;
  readonly findPerson: (personId: string) => Promise<PersonFacts | null>;
}

/**
 * Who asks over the socket.
 *
 * @param cookieHeader the `cookie` header of the handshake
 * @returns null when nobody is signed in with it, or their account was closed
 */
export async function sessionOf(cookieHeader: string | undefined, deps: SessionDeps): Promise<SignedPerson | null> {
  if (!cookieHeader) return null;
  return (await findSigned(new Headers({ cookie: cookieHeader }), deps))?.signed ?? null;
}

/** Before every route that needs a person: puts them on the context, or refuses with `not_signed_in`. */
export function signedIn(deps: SessionDeps) {
  return createMiddleware<Signed>(async (c, next) => {
    const found = await findSigned(c.req.raw.headers, deps);
    if (found === null) throw new Refusal('not_signed_in');
    c.set('signed', found.signed);
    c.set('person', found.signed.person);
    await next();
    putCookies(c, found.setCookies);
  });
}

/** Into the answer, beside those that are there. @returns the same context */
export function putCookies<C extends Context>(c: C, setCookies: readonly string[]): C {
  for (const cookie of setCookies) c.header('set-cookie', cookie, { append: true });
  return c;
}

async function findSigned(headers: Headers, { signIn, findPerson }: SessionDeps) {
  const session = await signIn.session(headers);
  if (session === null) return null;
  const facts = await findPerson(session.personId);
  if (!facts?.isActive) return null;
  return { signed: toSigned(session.sessionId, facts), setCookies: session.setCookies };
}

export function toSigned(sessionId: string, facts: PersonFacts): SignedPerson {
  const { personId, name, role } = facts;
  return { sessionId, facts, person: { personId, name, role, deeds: deedsOf(role) } };
}

export function toSessionView({ facts, person }: SignedPerson): SessionView {
  const { email, extension, usesStatuses, openCardOnCall, language } = facts;
  return { ...person, email, extension, usesStatuses, openCardOnCall, language };
}
