import { type Context, Hono } from 'hono';
import { Refusal } from '../platform/refusal.ts';
import { valid } from '../platform/valid.ts';
import { passwordChange, signInDraft } from './contract.ts';
import type { FailedTries } from './failed-tries.ts';
import type { Signed, SignedPerson } from './person.ts';
import type { SignIn } from './sign-in.ts';
import { type SessionDeps, signedIn, toSessionView, toSigned } from './signed-in.ts';

export interface AccessDeps extends SessionDeps {
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
}

/** `/api/auth`: open to everybody. */
export function signInRoutes(deps: AccessDeps) {
  const { signIn, failedTries, addressOf, sessionNews, findPerson } = deps;
  return new Hono<Signed>()
    .post('/sign-in/email', valid('json', signInDraft), async (c) => {
      const draft = c.req.valid('json');
      const attempt = { email: draft.email, address: addressOf(c) };
      failedTries.begin(attempt);
      const session = await signIn.signIn(draft, c.req.raw.headers);
      failedTries.succeeded(attempt);
      const facts = await findPerson(session.personId);
      if (facts === null) throw new Refusal('sign_in_failed');
      const signed = toSigned(session.sessionId, facts);
      sessionNews.signedIn(signed);
      return putCookies(c, session.setCookies).json(toSessionView(signed));
    })
    .post('/sign-out', async (c) => {
      const session = await signIn.session(c.req.raw.headers);
      const cookies = await signIn.signOut(c.req.raw.headers);
      const facts = session && (await findPerson(session.personId));
      if (facts) sessionNews.signedOut(toSigned(session.sessionId, facts));
      return putCookies(c, cookies).body(null, 204);
    })
    .post('/change-password', signedIn(deps), valid('json', passwordChange), async (c) => {
      const cookies = await signIn.changePassword(c.req.valid('json'), c.req.raw.headers);
      return putCookies(c, cookies).body(null, 204);
    });
}

/** `/api/session`, behind sign-in. */
export function sessionRoutes() {
  return new Hono<Signed>().get('/', (c) => c.json(toSessionView(c.var.signed)));
}

export type SignInApi = ReturnType<typeof signInRoutes>;
export type SessionApi = ReturnType<typeof sessionRoutes>;

function putCookies<C extends Context>(c: C, setCookies: readonly string[]): C {
  for (const cookie of setCookies) c.header('set-cookie', cookie, { append: true });
  return c;
}
