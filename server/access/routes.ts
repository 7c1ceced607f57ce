import { type Context, Hono } from 'hono';
import { Refusal } from '../platform/refusal.ts';
import { valid } from '../platform/valid.ts';
import {
  passwordChange,
  type SessionView,
  type SignInAnswer,
  type SignInPolicy,
  secondStep,
  signInDraft,
} from './contract.ts';
import type { FailedTries } from './failed-tries.ts';
import type { Signed, SignedPerson } from './person.ts';
import { requireGoodPassword } from './require-good-password.ts';
import { ADDRESS_HEADER, type Session, type SignIn } from './sign-in.ts';
import { putCookies, type SessionDeps, signedIn, toSessionView, toSigned } from './signed-in.ts';

export interface AccessDeps extends SessionDeps {
  readonly readPolicy: () => Promise<SignInPolicy>;
  readonly signIn: SignIn;
  readonly failedTries: FailedTries;
  /** Where a request came from, as far as it can be trusted: the socket's address. */
  readonly addressOf: (c: Context) => string;
  readonly sessionNews: SessionNews;
}

/** Told after it has happened; nobody waits for whoever listens. */
export interface SessionNews {
  signedIn(who: SignedPerson): void;
  signedOut(who: SignedPerson): void;
  /** One session, or all of the person: by themselves or by an administrator. */
  ended(personId: string, sessionId?: string): void;
}

/** `/api/auth`: open to everybody. */
export function signInRoutes(deps: AccessDeps) {
  const { readPolicy, signIn, failedTries, addressOf, sessionNews, findPerson } = deps;
  const enter = async (c: Context, session: Session) => {
    const facts = await findPerson(session.personId);
    if (facts === null) throw new Refusal('sign_in_failed');
    const signed = toSigned(session.sessionId, facts);
    sessionNews.signedIn(signed);
    return putCookies(c, session.setCookies).json<SessionView>(toSessionView(signed));
  };
  return new Hono<Signed>()
    .post('/sign-in/email', valid('json', signInDraft), async (c) => {
      const draft = c.req.valid('json');
      const attempt = { email: draft.email, address: addressOf(c) };
      failedTries.begin(attempt);
      const entered = await signIn.signIn(draft, withAddress(c.req.raw.headers, attempt.address));
      failedTries.succeeded(attempt);
      if (!('needsCode' in entered)) return enter(c, entered);
      return putCookies(c, entered.setCookies).json<SignInAnswer>({ needsCode: true });
    })
    .post('/second-step', valid('json', secondStep), async (c) => {
      // Whoever knows the password must not try codes faster than passwords: the step itself is the account here.
      const attempt = { email: 'second-step', address: addressOf(c) };
      failedTries.begin(attempt);
      const headers = withAddress(c.req.raw.headers, attempt.address);
      const session = await signIn.secondStep(c.req.valid('json'), headers);
      failedTries.succeeded(attempt);
      return enter(c, session);
    })
    .post('/sign-out', async (c) => {
      const session = await signIn.session(c.req.raw.headers);
      const cookies = await signIn.signOut(c.req.raw.headers);
      const facts = session && (await findPerson(session.personId));
      if (facts) sessionNews.signedOut(toSigned(session.sessionId, facts));
      return putCookies(c, cookies).body(null, 204);
    })
    .post('/change-password', signedIn(deps), valid('json', passwordChange), async (c) => {
      const change = c.req.valid('json');
      const owner = c.var.signed.facts;
      requireGoodPassword({ password: change.newPassword, owner, field: 'newPassword' }, await readPolicy());
      const cookies = await signIn.changePassword(change, c.req.raw.headers);
      return putCookies(c, cookies).body(null, 204);
    });
}

/** `/api/session`, behind sign-in. */
export function sessionRoutes() {
  return new Hono<Signed>().get('/', (c) => c.json(toSessionView(c.var.signed)));
}

export type SignInApi = ReturnType<typeof signInRoutes>;
export type SessionApi = ReturnType<typeof sessionRoutes>;

/** The library reads the address from a header: ours replaces whatever came. */
function withAddress(headers: Headers, address: string): Headers {
  const copy = new Headers(headers);
  copy.set(ADDRESS_HEADER, address);
  return copy;
}
